import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const entry = resolve(import.meta.dirname, '../../out/main/headless.js');

/**
 * For Node: an app that lives for seconds does not earn back what optimising SQLite's code costs, which is
 * a third of its start.
 */
export const quickStart: readonly string[] = ['--liftoff-only'];

/** What the ready line says. */
export interface Ready {
  ready: true;
  pid: number;
  cameraUrl: string;
  dashboardUrl: string;
  apiUrl: string;
  apiKey: string;
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface HeadlessApp extends Ready {
  child: ChildProcess;
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
  /** Posts to the camera port. @returns the parsed reply */
  post(path: string, body: unknown): Promise<unknown>;
  /** Reads from API v1 as the owner. */
  api(path: string, init?: RequestInit): Promise<Response>;
}

/**
 * Runs the built headless app to its end, for starts that fail.
 * @param nodeArgs flags of Node, before the app's own
 */
export function runHeadless(
  args: readonly string[],
  nodeArgs: readonly string[] = [],
): { child: ChildProcess; ended: Promise<Ended> } {
  const flags = [...quickStart, ...nodeArgs];
  const child = spawn(process.execPath, [...flags, entry, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, ...output });
    });
  });
  return { child, ended };
}

/**
 * Starts the built headless app on free ports and waits for its ready line. Needs `npm run build`.
 * Whoever starts it stops it.
 */
export async function startHeadless(
  dataFolder: string,
  args: readonly string[] = [],
  nodeArgs: readonly string[] = [],
): Promise<HeadlessApp> {
  const ports = ['--port', '0', '--dashboard-port', '0', '--host', '127.0.0.1'];
  const { child, ended } = runHeadless([...ports, '--data', dataFolder, '--json', ...args], nodeArgs);
  const ready = await new Promise<Ready>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (piece: string) => {
      text += piece;
      const [line, rest] = text.split('\n', 2);
      if (rest !== undefined) resolve(JSON.parse(line ?? '') as Ready);
    });
    void ended.then(({ code, stderr }) => {
      reject(new Error(`Foyer ended with ${String(code)} before it was ready: ${stderr}`));
    });
  });
  return {
    ...ready,
    child,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
    post: async (path, body) => {
      const response = await fetch(ready.cameraUrl + path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return response.json();
    },
    api: (path, init = {}) =>
      fetch(ready.apiUrl + path, { ...init, headers: { authorization: `Bearer ${ready.apiKey}` } }),
  };
}

/** A folder for one test's data, and a function that deletes it. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-data-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
