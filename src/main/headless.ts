import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError, startApp, type RunningApp } from './app';
import { DataFolderError } from './core/types';
import { help, readHeadlessFlags, type HeadlessFlags } from './headless-flags';
import { createLog, type AppLog } from './log';
import { reachableAddresses } from './server/network-addresses';

/** Foyer without a window, under plain Node: for an always-on PC, for tests, and where Electron cannot start. */

const read = readHeadlessFlags(process.argv.slice(2));
if (read.kind === 'run') run(read.flags);
else if (read.kind === 'help') process.stdout.write(help);
else fail(`${read.message} Try --help.`);

function run(flags: HeadlessFlags): void {
  const log = createLog({ verbose: process.env['FOYER_LOG'] === 'debug' });
  process.on('uncaughtException', (error) => {
    log.error('Foyer stops after a fault', error);
    process.exit(1);
  });
  const starting = start(flags, log);
  closeOnSignals(starting, log);
  starting.then(
    (app) => {
      announce(app, flags);
    },
    (error: unknown) => {
      if (error instanceof StartError || error instanceof DataFolderError) fail(error.message);
      else fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
    },
  );
}

async function start({ json: _, ...flags }: HeadlessFlags, log: AppLog): Promise<RunningApp> {
  const app = await startApp({
    ...flags,
    dashboard: true,
    rendererFolder: fileURLToPath(new URL('../renderer', import.meta.url)),
    // Beside this file once it is built.
    files: {
      worker: new URL('./storage-worker.js', import.meta.url),
      sqliteWasm: new URL('./sql-wasm.wasm', import.meta.url),
    },
    log,
  });
  // Only now is it certain that no other Foyer has this folder.
  log.writeTo(join(flags.dataFolder, 'logs'));
  return app;
}

function announce(app: RunningApp, { json, cameraHost }: HeadlessFlags): void {
  const { cameraUrl, dashboardUrl, apiUrl, apiKey } = app;
  const lines = json
    ? [JSON.stringify({ ready: true, pid: process.pid, cameraUrl, dashboardUrl, apiUrl, apiKey })]
    : [
        `Point cameras at   ${addressForCameras(cameraUrl ?? '', cameraHost)}`,
        `Dashboard          ${dashboardUrl ?? ''}`,
        'Press Ctrl+C to stop.',
      ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** A camera cannot use 127.0.0.1: show the address this computer has on the shop's network. */
function addressForCameras(cameraUrl: string, cameraHost: string): string {
  const [likeliest] = reachableAddresses(networkInterfaces());
  const everywhere = cameraHost === '0.0.0.0' || cameraHost === '::';
  return everywhere && likeliest ? cameraUrl.replace('127.0.0.1', likeliest.address) : cameraUrl;
}

/** One Ctrl+C arrives several times: from the terminal, and passed on by npm and its like. */
const sameKeypressMs = 500;

function closeOnSignals(starting: Promise<RunningApp>, log: AppLog): void {
  let closingSince: number | undefined;
  const onSignal = (): void => {
    if (closingSince !== undefined) {
      // Asked twice: whoever asks does not want to wait for the snapshot. The journal has everything.
      if (performance.now() - closingSince > sameKeypressMs) process.exit(1);
      return;
    }
    closingSince = performance.now();
    starting
      .then((app) => app.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error('Foyer could not end properly', error);
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
}

/** One clear line on stderr. Ends only once it is written: pipes are slow on some systems. */
function fail(message: string): void {
  process.stderr.write(`foyer: ${message}\n`, () => process.exit(1));
}
