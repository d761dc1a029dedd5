import { networkInterfaces } from 'node:os';
import type { Settings } from '#shared/domain';
import { openCore } from './core';
import { Alarm, type ToldMemory } from './core/alerts/alarm';
import { CameraPorts } from './camera-ports';
import type { Clock, Core, Host, Log } from './core/types';
import { Dashboards } from './dashboards';
import { demoCamera } from './demo-camera';
import { Integrations } from './integrations/integrations';
import { reachableAddresses } from './server/network-addresses';

export interface AppOptions {
  dataFolder: string;
  /** IANA name. Left out: the computer's, for a new data folder only. */
  timeZone?: string;
  cameraHost: string;
  /** Left out: as set by the owner. */
  cameraPort?: number;
  /** Go on without the camera port when it cannot be had; `system.info` says why. */
  cameraPortOptional?: boolean;
  /** Whether to serve the pages and API v1 over HTTP. */
  dashboard: boolean;
  dashboardPort: number;
  /** Go on without the dashboard port when it cannot be had. Left out: as for the camera port. */
  dashboardPortOptional?: boolean;
  rendererFolder: string;
  /** What the core loads at run time, beside the bundles. */
  files: { worker: URL; sqliteWasm: URL };
  /** Prints a page of figures; left out where there is no window to print from. */
  pdf?: NonNullable<Host['pdf']>;
  clock?: Clock;
  log: Log;
  /** What the owner was told of before this start. */
  told?: ToldMemory;
}

export interface RunningApp {
  core: Core;
  alarm: Alarm;
  /** Address of the camera port on this computer; `null` while it is down. It moves with the settings. */
  readonly cameraUrl: string | null;
  /** The link for the owner, with its key; `null` without a dashboard port. */
  dashboardUrl: string | null;
  apiUrl: string | null;
  /** Opens the API for this run. */
  apiKey: string;
  /** Stops accepting, finishes what has begun, takes a snapshot. May be called again. */
  close(): Promise<void>;
}

/** Why the app cannot start, in a sentence for the owner. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/**
 * The one composition behind both entries, with and without a window.
 * @throws {StartError} when a port that is needed cannot be had
 * @throws {DataFolderError} when the data folder cannot be opened
 */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { log, clock = { now: Date.now }, timeZone } = options;
  const { dataFolder, rendererFolder, cameraHost } = options;
  const cameras = new CameraPorts({ host: cameraHost, dataFolder, core: () => core, clock, log });
  const demo = demoCamera(() => cameras.http.url, clock.now);
  const dashboards = new Dashboards({
    ...{ clock, log, dataFolder, rendererFolder, sharingHost: cameraHost },
    core: () => core,
  });
  const integrations = new Integrations({ dataFolder, clock, log, version: __FOYER_VERSION__ });
  const core = await openCore({
    clock,
    log,
    dataFolder: options.dataFolder,
    timeZone: timeZone ?? computersTimeZone(),
    forceTimeZone: timeZone !== undefined,
    files: options.files,
    host: {
      version: __FOYER_VERSION__,
      addresses: () => reachableAddresses(networkInterfaces()),
      ...cameras.hostPart,
      demo,
      sharing: dashboards.sharing,
      integrations,
      ...(options.pdf ? { pdf: options.pdf } : {}),
    },
  });
  try {
    await dashboards.load();
    core.onCost((address, ms) => {
      cameras.guard.charge(address, ms);
    });
    const settings = await settingsOf(core);
    const camera = await cameras.open(options.cameraPort ?? settings.cameraPort, settings);
    if (!camera.ok && options.cameraPortOptional !== true) throw new StartError(camera.failure.message);
    if (!camera.ok) log.warn(`No camera port: ${camera.failure.message}`);
    if (options.dashboard) await openDashboards(dashboards, options);
  } catch (error) {
    await Promise.all([cameras.close(), dashboards.close()]);
    await core.close();
    throw error;
  }
  await integrations.start(core);
  const alarm = new Alarm({ core, clock, log, ...(options.told && { told: options.told }) });
  alarm.onAlert((alert, at) => {
    integrations.tell(alert, at);
  });
  log.info(
    `Foyer ${__FOYER_VERSION__} runs; cameras: ${cameras.http.url ?? 'none'}, API: ${dashboards.url ?? 'none'}`,
  );

  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    alarm.stop();
    await demo.stop();
    await Promise.all([cameras.close(), dashboards.close(), integrations.close()]);
    await core.close();
    log.info('Foyer has ended');
  }
  return {
    core,
    alarm,
    get cameraUrl() {
      return cameras.http.url;
    },
    dashboardUrl: dashboards.url && `${dashboards.url}/?key=${dashboards.apiKey}`,
    apiUrl: dashboards.url && `${dashboards.url}/api/v1`,
    apiKey: dashboards.apiKey,
    close: () => (closing ??= close()),
  };
}

/** @throws {StartError} when the owner's cannot be had and is needed */
async function openDashboards(dashboards: Dashboards, options: AppOptions): Promise<void> {
  const failure = await dashboards.open(options.dashboardPort);
  if (!failure) return;
  const isOptional = options.dashboardPortOptional ?? options.cameraPortOptional;
  if (isOptional !== true) throw new StartError(failure.message);
  options.log.warn(`No dashboard port: ${failure.message}`);
}

async function settingsOf(core: Core): Promise<Settings> {
  const outcome = await core.invoke('settings.get', {}, 'manage');
  if (!outcome.ok) throw new StartError(outcome.error.message);
  return outcome.result as Settings;
}

function computersTimeZone(): string {
  // Undefined or Etc/Unknown on systems that were never told.
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions() as { timeZone?: string };
  return timeZone === undefined || timeZone === 'Etc/Unknown' ? 'UTC' : timeZone;
}
