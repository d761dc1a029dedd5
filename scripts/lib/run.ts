import { spawn } from 'node:child_process';
import { root } from './project';

export interface RunResult {
  ok: boolean;
  /** Both streams in the order in which they came. */
  output: string;
}

/** Runs a Node program to its end and keeps what it says. */
export function runQuietly(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr.on('data', (piece: Buffer) => pieces.push(piece));
    const done = (ok: boolean, more = '') => {
      resolve({ ok, output: Buffer.concat(pieces).toString() + more });
    };
    child.on('error', (error) => {
      done(false, error.message);
    });
    child.on('close', (code) => {
      done(code === 0);
    });
  });
}
