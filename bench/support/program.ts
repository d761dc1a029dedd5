import { spawn, type ChildProcess } from 'node:child_process';

/** A Node program that says in one line of JSON that it is ready. */
export interface Program<Ready> {
  ready: Ready;
  child: ChildProcess;
  pid: number;
  /** From the start of the process to its first line. */
  startedInMs: number;
  /** Sends SIGTERM and waits for the end. */
  stop(): Promise<void>;
}

/** @throws if the program ends before it is ready */
export async function startProgram<Ready>(args: readonly string[]): Promise<Program<Ready>> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const line = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    void ended.then((code) => {
      reject(new Error(`${args.join(' ')} ended with ${String(code)}: ${errors}`));
    });
  });
  return {
    ready: JSON.parse(line) as Ready,
    child,
    pid: child.pid ?? 0,
    startedInMs: performance.now() - startedAt,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
