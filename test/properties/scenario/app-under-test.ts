import { cpSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { CameraReply, Log } from '../../../src/main/core/types';
import { makeCheckpoint } from '../../../src/main/core/engine/checkpoint';
import { loadSqlite } from '../../../src/main/core/storage/sql';
import { noCheckpoint, type Checkpointer } from '../../../src/main/core/storage/snapshots';
import { nodeFileSystem, type FileSystem } from '../../../src/main/core/storage/file-system';
import { FakeClock, someMorning } from '../../support/clock';
import { removeFolder, sqliteWasmPath, temporaryFolder, TestCore } from '../../support/core';

/** Real files, but nobody waits for the disk: what is tested here is what is written, not when it is safe. */
const withoutFsync: FileSystem = {
  ...nodeFileSystem,
  fsync: () => undefined,
  fsyncFolder: () => undefined,
  writeDurably: (path, bytes) => writeFile(path, bytes),
};

/** What the app logs as an error is one: nothing that cameras send may lead to it. */
const strictLog: Log = {
  info: () => undefined,
  warn: (message) => {
    // The app knows another way then, which is not what is tested.
    if (message.startsWith(noCheckpoint)) throw new Error(message);
  },
  error: (message, cause) => {
    throw new Error(message, { cause });
  },
};

/** As the app does it, but on the test's own thread. */
const checkpointer: Checkpointer = async (job) =>
  makeCheckpoint(job, withoutFsync, await loadSqlite(sqliteWasmPath), strictLog);

const surroundings = { fs: withoutFsync, log: strictLog, checkpointer };

/** The app over real files, which may be closed and opened, or cut off, at any moment. */
export class AppUnderTest {
  #core: TestCore | null = null;
  #waiting: Promise<void>[] = [];
  #zone = '';
  #crashes = 0;
  readonly clock = new FakeClock(someMorning);

  async core(): Promise<TestCore> {
    this.#core ??= await TestCore.open({ clock: this.clock, ...surroundings });
    return this.#core;
  }

  /** Puts the shop into a zone. */
  async moveTo(timeZone: string): Promise<void> {
    if (timeZone === this.#zone) return;
    const core = await this.core();
    const [site] = await core.call('sites.list', {});
    await core.call('sites.update', { id: site?.id ?? '', timeZone });
    this.#zone = timeZone;
  }

  /** Posts without waiting for the reply. `check` sees it later, at the latest before {@link settled} ends. */
  async post(
    at: number,
    body: unknown,
    endpoint: 'heartbeat' | 'upload',
    check: (reply: CameraReply) => void,
  ): Promise<void> {
    const core = await this.core();
    this.clock.set(at);
    this.#waiting.push(core.post(body, endpoint).then(check));
  }

  /** All replies are there. */
  async settled(): Promise<void> {
    await Promise.all(this.#waiting.splice(0));
  }

  async restart(how: 'close' | 'crash'): Promise<void> {
    await this.settled();
    const before = await this.core();
    if (how === 'close') {
      await before.close();
      this.#core = await TestCore.open({ clock: this.clock, ...surroundings, folder: before.folder });
      return;
    }
    // With the journal alone, or with a snapshot that was made from it.
    if (this.#crashes++ % 2 === 1) await before.checkpoint();
    // What a power cut leaves: the files as they are at this moment.
    const folder = temporaryFolder();
    cpSync(before.folder, folder, { recursive: true });
    this.#core = await TestCore.open({ clock: this.clock, ...surroundings, folder });
    await before.dispose();
  }

  async dispose(): Promise<void> {
    const core = this.#core;
    this.#core = null;
    if (core) {
      await this.settled();
      await core.close();
      removeFolder(core.folder);
    }
  }
}
