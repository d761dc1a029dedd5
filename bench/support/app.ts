import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram, type Program } from './program';

export interface AppReady {
  cameraUrl: string;
  apiUrl: string;
  apiKey: string;
  dashboardUrl: string;
}

export type App = Program<AppReady> & { api(path: string, init?: RequestInit): Promise<Response> };

/** Starts the built headless app on free ports of this computer. */
export async function startApp(
  out: string,
  dataFolder: string,
  nodeFlags: readonly string[] = [],
  timeZone = 'Europe/Madrid',
): Promise<App> {
  const ports = ['--port', '0', '--dashboard-port', '0', '--host', '127.0.0.1'];
  const flags = ['--data', dataFolder, '--time-zone', timeZone, '--json'];
  const program = await startProgram<AppReady>([
    ...nodeFlags,
    join(out, 'main/headless.js'),
    ...ports,
    ...flags,
  ]);
  const { apiUrl, apiKey } = program.ready;
  return {
    ...program,
    api: (path, init = {}) =>
      fetch(apiUrl + path, { ...init, headers: { authorization: `Bearer ${apiKey}`, ...init.headers } }),
  };
}

/** A folder of its own for each measurement; gone afterwards. @param parent where it lies */
export async function inFolder<T>(
  work: (folder: string) => Promise<T>,
  parent: string = tmpdir(),
): Promise<T> {
  const folder = mkdtempSync(join(parent, 'foyer-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
