import { nodeFileSystem, type FileSystem } from '../../../../src/main/core/storage/file-system';

/** How much of a failing write reaches the disk all the same. */
export type Reached = 'nothing' | 'half' | 'all';

export interface Fault {
  /** Number of the first call that fails, counted from {@link FaultyFileSystem.arm}. */
  at: number;
  /** Calls that fail from there on. */
  calls: number;
  code: string;
  reached: Reached;
}

/** The real file system, on which chosen calls that change something fail. */
export class FaultyFileSystem implements FileSystem {
  /** Names of the calls since {@link arm}. */
  calls: string[] = [];
  #fault: Fault | null = null;

  list = nodeFileSystem.list;
  read = nodeFileSystem.read;
  size = nodeFileSystem.size;
  modifiedMs = nodeFileSystem.modifiedMs;

  arm(fault: Fault | null): void {
    this.calls = [];
    this.#fault = fault;
  }

  mkdir = (path: string) => this.#try('mkdir', () => nodeFileSystem.mkdir(path));
  create = (path: string) => this.#try('create', () => nodeFileSystem.create(path));
  fsync = (fd: number) => this.#try('fsync', () => nodeFileSystem.fsync(fd));
  datasync = async (fd: number) => {
    const failure = this.#next('datasync');
    await nodeFileSystem.datasync(fd);
    if (failure) throw failure.error;
  };
  truncate = (fd: number, length: number) => this.#try('truncate', () => nodeFileSystem.truncate(fd, length));
  close = (fd: number) => this.#try('close', () => nodeFileSystem.close(fd));
  rename = (from: string, to: string) => this.#try('rename', () => nodeFileSystem.rename(from, to));
  remove = (path: string) => this.#try('remove', () => nodeFileSystem.remove(path));
  fsyncFolder = (folder: string) => this.#try('fsyncFolder', () => nodeFileSystem.fsyncFolder(folder));

  write = (fd: number, bytes: Uint8Array) =>
    this.#try(
      'write',
      () => nodeFileSystem.write(fd, bytes),
      (part) => nodeFileSystem.write(fd, part(bytes)),
    );

  writeDurably = async (path: string, bytes: Uint8Array) => {
    const failure = this.#next('writeDurably');
    if (!failure) return nodeFileSystem.writeDurably(path, bytes);
    await nodeFileSystem.writeDurably(path, partOf(bytes, failure.reached));
    throw failure.error;
  };

  #try<T>(name: string, work: () => T, partly?: (part: (bytes: Uint8Array) => Uint8Array) => void): T {
    const failure = this.#next(name);
    if (!failure) return work();
    partly?.((bytes) => partOf(bytes, failure.reached));
    throw failure.error;
  }

  #next(name: string): { error: Error; reached: Reached } | null {
    this.calls.push(name);
    const fault = this.#fault;
    if (!fault || this.calls.length < fault.at || this.calls.length >= fault.at + fault.calls) return null;
    const error = Object.assign(new Error(`${fault.code}: made up, ${name}`), { code: fault.code });
    return { error, reached: fault.reached };
  }
}

function partOf(bytes: Uint8Array, reached: Reached): Uint8Array {
  if (reached === 'all') return bytes;
  return bytes.subarray(0, reached === 'half' ? bytes.length >> 1 : 0);
}
