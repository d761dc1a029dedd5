import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderError } from '../types';
import type { FileSystem } from './file-system';

/** @throws DataFolderError if there is no such folder and none can be made */
export function makeFolder(fs: Pick<FileSystem, 'mkdir'>, folder: string): void {
  try {
    fs.mkdir(folder);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DataFolderError('unwritable', `The data folder ${folder} cannot be made (${why}).`);
  }
}

/**
 * Keeps a second Foyer off a data folder. The lock is a local socket named after the folder: the system
 * takes it away with the process, however that ends, so a crash never leaves a lock behind and a process
 * number that was given to another program cannot be mistaken for ours.
 *
 * @returns a function that gives the lock back, or `null` if another Foyer has it
 */
export async function lockFolder(folder: string): Promise<(() => Promise<void>) | null> {
  const address = addressOf(folder);
  let server = await listen(address);
  if (!server && address.startsWith('/') && !(await answers(address))) {
    // A socket file outlives a process that was killed; nobody answers on it, so it may go.
    rmSync(address, { force: true });
    server = await listen(address);
  }
  if (!server) return null;
  const held = server;
  return () => new Promise((resolve) => held.close(() => resolve()));
}

function addressOf(folder: string): string {
  const path = realpathSync.native(folder);
  // Windows takes C:\\Data and c:\\data for the same.
  const name = process.platform === 'win32' ? path.toLowerCase() : path;
  const key = createHash('sha256').update(name).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\?\\pipe\\foyer-${key}`;
  // Linux knows socket names that are not files and vanish with their owner.
  if (process.platform === 'linux') return `\0foyer-${key}`;
  return join(tmpdir(), `foyer-${key}.sock`);
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
