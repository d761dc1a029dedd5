import { spawn, type ChildProcess } from 'node:child_process';
import open from 'open';
import { build, isUpToDate } from './lib/build';
import { electronProgram, hasDisplay, obstacle } from './lib/desktop';
import { headlessEntry, root, say } from './lib/project';

/** `npm start`: builds what is not built, then the desktop app, or Foyer in a browser where that cannot be. */

/** What a shell says, and the loader on Linux, when a program's libraries are missing. */
const cannotExecute = 127;

const args = process.argv.slice(2);
await ensureBuilt();
process.exitCode = await start();

async function ensureBuilt(): Promise<void> {
  if (isUpToDate()) return;
  process.stderr.write('Building Foyer …\n');
  const { ok, output } = await build();
  if (ok) return;
  process.stderr.write(`${output}\nThe build failed.\n`);
  process.exit(1);
}

async function start(): Promise<number> {
  const program = electronProgram();
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const reason = obstacle({ program, display: hasDisplay(), isRoot });
  if (reason === null && program !== null) {
    const code = await ended(spawn(program, [root, ...args], { stdio: 'inherit' }));
    if (code !== cannotExecute) return code;
  }
  const why = reason ?? "Electron's program does not run on this system";
  process.stderr.write(`${why}; Foyer starts without a window of its own.\n`);
  return runHeadless();
}

function runHeadless(): Promise<number> {
  const child = spawn(process.execPath, [headlessEntry, ...args], { stdio: ['inherit', 'pipe', 'inherit'] });
  let opened = !hasDisplay() || args.includes('--json');
  let text = '';
  child.stdout.on('data', (piece: Buffer) => {
    process.stdout.write(piece);
    if (opened) return;
    text += piece.toString();
    const link = /http:\/\/\S+\/\?key=[\w-]+(?=\s)/.exec(text)?.[0];
    if (link === undefined) return;
    opened = true;
    open(link).catch(() => {
      say('Open the dashboard link in a browser.');
    });
  });
  return ended(child);
}

/** Hands signals on, and waits. @returns the exit code to end with */
function ended(child: ChildProcess): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(cannotExecute);
    });
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
