import * as fs from 'node:fs';
import { quickSync } from './quick-sync';

/**
 * The part of the file system that durability rests on, handed in so that tests can make any single
 * call fail. Synchronous calls block the storage thread only.
 */
export interface FileSystem {
  mkdir(path: string): void;
  list(folder: string): string[];
  read(path: string): Uint8Array;
  size(path: string): number;
  modifiedMs(path: string): number;
  /** Creates the file; fails if there is one. */
  create(path: string): number;
  write(fd: number, bytes: Uint8Array): void;
  fsync(fd: number): void;
  /**
   * Puts on disk what was written, and of the file's properties what reading it needs. Where it promises that, the
   * thread goes on meanwhile; else it is done.
   */
  datasync(fd: number): Promise<void> | void;
  truncate(fd: number, length: number): void;
  close(fd: number): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Makes names in the folder durable; a no-op where the system has no such thing (Windows, some network shares). */
  fsyncFolder(folder: string): void;
  /** Writes and fsyncs a new file in the place of what may be there, without holding up the thread. */
  writeDurably(path: string, bytes: Uint8Array): Promise<void>;
}

/** Where a large file waits to be written, whoever syncs a small one waits with it: so it goes in slices. */
const SLICE_BYTES = 512 * 1024;

export const nodeFileSystem: FileSystem = {
  mkdir: (path) => void fs.mkdirSync(path, { recursive: true }),
  list: (folder) => fs.readdirSync(folder),
  read: (path) => fs.readFileSync(path),
  size: (path) => fs.statSync(path).size,
  modifiedMs: (path) => fs.statSync(path).mtimeMs,
  create: (path) => fs.openSync(path, 'wx', 0o600),
  write: (fd, bytes) => {
    // A write may be short; what is left is written on.
    let done = 0;
    while (done < bytes.byteLength) done += fs.writeSync(fd, bytes, done, bytes.byteLength - done);
  },
  fsync: (fd) => fs.fsyncSync(fd),
  datasync: quickSync(),
  truncate: (fd, length) => fs.ftruncateSync(fd, length),
  close: (fd) => fs.closeSync(fd),
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.rmSync(path, { force: true }),
  fsyncFolder: (folder) => {
    if (process.platform === 'win32') return;
    const fd = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(fd);
    } catch (error) {
      if (!isUnsupported(error)) throw error;
    } finally {
      fs.closeSync(fd);
    }
  },
  writeDurably: async (path, bytes) => {
    // Taken away first and then made new: written into, a link would lead elsewhere.
    await fs.promises.rm(path, { force: true });
    const file = await fs.promises.open(path, 'wx', 0o600);
    try {
      for (let at = 0; at < bytes.byteLength;) {
        at += (await file.write(bytes, at, Math.min(SLICE_BYTES, bytes.byteLength - at))).bytesWritten;
        await file.datasync();
      }
      await file.sync();
    } finally {
      await file.close();
    }
  },
};

/** Some network shares know no fsync of a folder; their server decides when a name is durable. */
function isUnsupported(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'EINVAL' || code === 'ENOTSUP';
}
