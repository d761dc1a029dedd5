import { existsSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One process per profile folder. A file holds the owner's pid, a second one is a later process's
 * knock on the door, with its arguments; Electron's call is synchronous, so there can be no asking over a socket.
 *
 * @returns whether this process is the first
 */
export function claimInstance(
  folder: string,
  args: readonly string[],
  onKnock: (args: string[]) => void,
): boolean {
  const lock = join(folder, 'stand-in.lock');
  const door = join(folder, 'stand-in.knock');
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } catch {
    // Somebody was here before; whether they still are is the question.
    if (isAlive(Number(readFileSync(lock, 'utf8')))) {
      const knock = `${door}.${String(process.pid)}`;
      writeFileSync(knock, JSON.stringify(args));
      renameSync(knock, door);
      return false;
    }
    writeFileSync(lock, String(process.pid));
  }
  rmSync(door, { force: true });
  watch(folder, { persistent: false }, (_event, name) => {
    if (name !== 'stand-in.knock' || !existsSync(door)) return;
    const knocked = JSON.parse(readFileSync(door, 'utf8')) as string[];
    rmSync(door);
    onKnock(knocked);
  });
  process.on('exit', () => {
    rmSync(lock, { force: true });
  });
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // ESRCH is the answer "no".
    return false;
  }
}
