import type { Outcome } from '#shared/contract';
import type { Backup } from '#shared/domain';
import type { Backup as BackupFile } from '../backup/backups';
import type { MaintenanceTasks } from '../engine/maintenance';
import { localDate, toInstant } from '../time/zone';
import { ok, type ApiContext, type Handlers } from './answers';
import { stopDemo } from './system-methods';

type Names = 'backup.list' | 'backup.now' | 'backup.restore';

export function backupMethods(context: ApiContext): Handlers<Names> {
  const { engine, now } = context;
  return {
    'backup.list': async () => {
      const [zone, files] = await Promise.all([
        firstZone(context),
        engine.maintain('backup.list', {}, now()),
      ]);
      return ok(files.map((file) => backupOf(file, zone)));
    },
    'backup.now': async () => {
      const made = await engine.maintain('backup.now', {}, now());
      return made.ok ? ok(backupOf(made.result, await firstZone(context))) : made;
    },
    'backup.restore': (params) => replaceEverything(context, 'backup.restore', params),
  };
}

/** Writes everything into one file. The name that is offered carries the day: `foyer-2026-03-29.foyer`. */
export async function exportEverything(
  context: ApiContext,
  pathFor: (fileName: string) => Promise<string | null>,
): Promise<Outcome<string | null>> {
  const { engine, now } = context;
  const path = await pathFor(`foyer-${localDate(await firstZone(context), now())}.foyer`);
  if (path === null) return ok(null);
  const written = await engine.maintain('everything.export', { path }, now());
  return written.ok ? ok(path) : written;
}

/** Puts a backup or a file in the place of everything. What was there is kept as a backup. */
export async function replaceEverything<N extends 'backup.restore' | 'everything.import'>(
  context: ApiContext,
  task: N,
  params: MaintenanceTasks[N][0],
): Promise<Outcome<null>> {
  const { engine, deps, now } = context;
  if (deps.host.demo.isRunning()) {
    // It would go on reporting, and be taken for a real camera by data that does not know it.
    const stopped = await stopDemo(context);
    if (!stopped.ok) return stopped;
  }
  const before = await engine.request('settings.get', {}, now());
  const replaced = await engine.maintain(task, params, now());
  if (replaced.ok) await followSettings(context, before.cameraPort);
  return replaced;
}

/** The cameras that came along know the ports they had. */
async function followSettings({ engine, deps, now }: ApiContext, portBefore: number): Promise<void> {
  const { cameraPort, cameraHttpsPort, cameraAddresses } = await engine.request('settings.get', {}, now());
  deps.host.allowCameras(cameraAddresses);
  if (cameraHttpsPort !== deps.host.cameraHttps().port) {
    const moved = await deps.host.changeCameraHttpsPort(cameraHttpsPort);
    if (!moved.ok) deps.log.warn(`The encrypted camera port stays as it is: ${moved.error.message}`);
  }
  if (cameraPort === portBefore || cameraPort === deps.host.cameraListener().port) return;
  const moved = await deps.host.changeCameraPort(cameraPort);
  // Everything else is in its place already; the settings show the port, and how to choose another.
  if (!moved.ok) deps.log.warn(`The camera port stays as it is: ${moved.error.message}`);
}

/** There is always a site: a data folder begins with one. */
async function firstZone({ engine, now }: ApiContext): Promise<string> {
  const [site] = await engine.request('sites.list', {}, now());
  return site?.timeZone ?? 'UTC';
}

function backupOf({ name, kind, day, bytes, modifiedMs }: BackupFile, zone: string): Backup {
  return { name, kind, day, bytes, madeAt: toInstant(zone, modifiedMs) };
}
