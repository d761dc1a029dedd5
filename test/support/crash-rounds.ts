import { expect } from 'vitest';
import { nodeFileSystem } from '../../src/main/core/storage/file-system';
import { listSegments } from '../../src/main/core/storage/segments';
import { MIN_JOURNAL_BYTES } from '../../src/main/core/storage/snapshots';
import { compare, minuteMs, PostingCamera, quarterMs } from './crash-cameras';
import { runHeadless, startHeadless, type HeadlessApp } from './headless';

const randomBelow = (limit: number) => Math.floor(Math.random() * limit);
const someAcknowledgements = () => 1 + randomBelow(250);
/** About what a snapshot from the files takes here. */
const SNAPSHOT_MS = 500;

/** Posts over all connections at once until so many more were acknowledged, then lets `end` end it. */
async function load(
  app: HeadlessApp,
  cameras: readonly PostingCamera[],
  acknowledgements: number,
  end: () => void,
): Promise<void> {
  let left = acknowledgements;
  const post = async (camera: PostingCamera): Promise<void> => {
    while (await camera.send(app.cameraUrl, camera.next++)) if (--left === 0) end();
  };
  await Promise.all(cameras.map(post));
}

type Kill = (app: HeadlessApp, cameras: readonly PostingCamera[], folder: string) => Promise<void>;

const kill = (app: HeadlessApp) => void app.child.kill('SIGKILL');

const killUnderLoad: Kill = (app, cameras) =>
  load(app, cameras, someAcknowledgements(), () => {
    kill(app);
  });

/** In the middle of an orderly end, which writes a snapshot. */
const killAtItsEnd: Kill = (app, cameras) =>
  load(app, cameras, someAcknowledgements(), () => {
    app.child.kill('SIGTERM');
    setTimeout(() => {
      kill(app);
    }, randomBelow(60));
  });

/** While a snapshot is made from the files, or soon after it. */
const killDuringSnapshot: Kill = async (app, cameras, folder) => {
  await beginSnapshot(app, folder);
  setTimeout(() => {
    kill(app);
  }, randomBelow(SNAPSHOT_MS));
  await load(app, cameras, Infinity, () => undefined);
};

/** Ways in which a PC may lose the app, one after the other. */
const kills = [killUnderLoad, killDuringSnapshot, killAtItsEnd] as const;

const FILLER_BYTES = 1024 * 1024;
const fillerOf = (bytes: number) => JSON.stringify({ sn: 'CRASH-A', data: 'x'.repeat(bytes) });
const filler = fillerOf(FILLER_BYTES);
/** Only against a hang: one that is still being made comes first, on a busy computer for some seconds. */
const LONGEST_WAIT_MS = 60_000;
/** A new segment of the journal is begun with each snapshot. */
const newestSegment = (folder: string) => listSegments(nodeFileSystem, folder).at(-1)?.name;

/** Sends messages that are only kept, until a snapshot begins. */
async function beginSnapshot(app: HeadlessApp, folder: string): Promise<void> {
  const segment = newestSegment(folder);
  const hasBegun = () => newestSegment(folder) !== segment;
  for (let bytes = 0; bytes < 2 * MIN_JOURNAL_BYTES && !hasBegun(); bytes += FILLER_BYTES) {
    await app.post('/api/camera/reid', filler);
  }
  const look = async () => {
    // Whether one is due is asked when something has come.
    if (!hasBegun()) await app.post('/api/camera/reid', fillerOf(1));
    return hasBegun();
  };
  await expect
    .poll(look, {
      timeout: LONGEST_WAIT_MS,
      message: 'a journal that is long enough leads to a snapshot',
    })
    .toBe(true);
}

/** A start that does not come to its end either. */
async function killWhileStarting(folder: string): Promise<void> {
  const args = ['--port', '0', '--dashboard-port', '0', '--host', '127.0.0.1', '--data', folder, '--json'];
  const { child, ended } = runHeadless(args);
  setTimeout(() => child.kill('SIGKILL'), 100 + randomBelow(500));
  await ended;
}

/**
 * Runs the app under load and kills it at a random moment, as often as asked, on one data folder. After
 * each start every acknowledged report must be there exactly once, any other at most once.
 * @returns how many reports there were, and how many of them were cut off
 */
export async function crashRounds(folder: string, rounds: number): Promise<{ sent: number; cutOff: number }> {
  // So far back that no report lies in the future, so near that none is too old to be kept.
  const baseMs = Math.floor(Date.now() / quarterMs) * quarterMs - 25 * 24 * 60 * minuteMs;
  const cameras = ['A', 'B', 'C', 'D'].map((letter) => new PostingCamera(`CRASH-${letter}`, baseMs));
  let cutOff = 0;
  for (let round = 0; round < rounds; round++) {
    const app = await startHeadless(folder, ['--time-zone', 'UTC']);
    const ended = new Promise((resolve) => app.child.once('close', resolve));
    try {
      await compare(app, cameras);
      for (const camera of cameras) await camera.sendAgain(app.cameraUrl);
      await kills[round % kills.length]?.(app, cameras, folder);
    } finally {
      app.child.kill('SIGKILL');
      await ended;
    }
    for (const camera of cameras) {
      cutOff += camera.open().length;
      camera.reconnect();
    }
    if (round % 6 === 5) await killWhileStarting(folder);
  }
  const app = await startHeadless(folder, ['--time-zone', 'UTC']);
  try {
    await compare(app, cameras);
    for (const camera of cameras) await camera.sendAgain(app.cameraUrl);
    await compare(app, cameras);
    for (const camera of cameras) expect(camera.open()).toEqual([]);
    expect((await app.stop()).code).toBe(0);
  } finally {
    app.child.kill('SIGKILL');
    for (const camera of cameras) camera.reconnect();
  }
  return { sent: cameras.reduce((sum, camera) => sum + camera.next, 0), cutOff };
}
