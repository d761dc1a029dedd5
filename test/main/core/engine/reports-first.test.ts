import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { engineOptions } from '../../../../src/main/core';
import { LocalLink } from '../../../../src/main/core/engine/local-link';
import { nodeFileSystem, type FileSystem } from '../../../../src/main/core/storage/file-system';
import { FakeClock, someMorning } from '../../../support/clock';
import { idleHost, silentLog, sqliteWasmPath } from '../../../support/core';
import { firstQuarterMs, postOf, testFolder } from '../storage/support';

/** A disk on which a sync takes until it is let go on. */
class SlowDisk {
  #isSlow = false;
  #release: () => void = () => undefined;
  readonly fs: FileSystem = {
    ...nodeFileSystem,
    datasync: (fd) =>
      this.#isSlow ? new Promise((resolve) => (this.#release = resolve)) : nodeFileSystem.datasync(fd),
  };
  hold(): void {
    this.#isSlow = true;
  }
  letGo(): void {
    this.#isSlow = false;
    this.#release();
  }
}

const disk = new SlowDisk();
let link: LocalLink;

const weeks = {
  from: new Date(firstQuarterMs).toISOString(),
  to: new Date(firstQuarterMs + 20 * 24 * 60 * 60_000).toISOString(),
} as const;

beforeEach(async () => {
  const deps = {
    clock: new FakeClock(someMorning),
    log: silentLog,
    dataFolder: testFolder(),
    timeZone: 'UTC',
    host: idleHost,
  };
  link = await LocalLink.open(engineOptions(deps, sqliteWasmPath), deps.clock, silentLog, disk.fs);
  for (let i = 0; i < 20; i++) expect(await link.receive(postOf(i * 50))).toMatchObject({ code: 0 });
  // Only the limit of a wait is a timer; turns of the event loop go on.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(async () => {
  vi.useRealTimers();
  disk.letGo();
  await link.close(someMorning);
});

async function someTurns(): Promise<void> {
  for (let i = 0; i < 50; i++) await setImmediate();
}

/** What takes several steps, begun while a report waits for the disk. */
const long: [string, () => Promise<unknown>][] = [
  [
    'an export',
    async () => {
      const params = {
        kind: 'csv',
        ...weeks,
        by: 'quarter',
        hours: 'all',
        preset: 'plain',
        decimal: '.',
      } as const;
      const { id } = await link.request('export.open', params, someMorning);
      return link.request('export.next', { id }, someMorning);
    },
  ],
  [
    'a long answer',
    () => link.request('history.query', { ...weeks, by: 'quarter', hours: 'all' }, someMorning),
  ],
];

it.each(long)('%s waits until a report that is on its way to the disk is there', async (_what, begin) => {
  disk.hold();
  const posted = link.receive(postOf(1900));
  let isAnswered = false;
  await someTurns();
  const answer = begin().then((result) => {
    isAnswered = true;
    return result;
  });
  await someTurns();
  expect(isAnswered).toBe(false);
  disk.letGo();
  expect(await posted).toMatchObject({ code: 0 });
  expect(await answer).toBeTruthy();
});

it.each(long)('%s goes on where messages never end', async (_what, begin) => {
  disk.hold();
  const posted = link.receive(postOf(1900));
  await someTurns();
  let isAnswered = false;
  const answer = begin().then(() => (isAnswered = true));
  for (let i = 0; i < 100 && !isAnswered; i++) {
    await someTurns();
    vi.advanceTimersByTime(25);
  }
  await answer;
  disk.letGo();
  expect(await posted).toMatchObject({ code: 0 });
});
