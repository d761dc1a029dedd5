import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../../../src/main/core/engine/engine';
import { nodeFileSystem, type FileSystem } from '../../../../src/main/core/storage/file-system';
import { Sql } from '../../../../src/main/core/storage/sql';
import { removeFolder, temporaryFolder, TestCore } from '../../../support/core';
import { openEngine, postOf } from '../storage/support';
import { someMorning } from '../../../support/clock';

/**
 * What one report costs, counted instead of timed, so that it cannot creep up unseen on a fast machine. A
 * bound may be raised, for a reason.
 */

const CAMERAS = 50;
const PERSONS = 4;

function report(camera: number, minute: number, persons = 0): Record<string, unknown> {
  const end = someMorning / 1000 - 86_400 + minute * 60;
  return {
    sn: `20100100000${String(camera).padStart(5, '0')}`,
    startTime: end - 60,
    endTime: end,
    time: end,
    in: 2,
    out: 1,
    passby: 4,
    turnback: 0,
    avgStayTime: 2400,
    ...(persons > 0 && {
      eventList: Array.from({ length: persons }, (_, i) => ({
        id: minute * 10 + i,
        timestamp: (end - 10 + i) * 1_000_000,
        eventType: i % 2,
        height: 170,
        stayTime: 1000,
      })),
    }),
  };
}

interface Counts {
  syncs: number;
  writes: number;
  bytes: number;
}

function countingFileSystem(): { fs: FileSystem; counts: Counts } {
  const counts = { syncs: 0, writes: 0, bytes: 0 };
  const fs: FileSystem = {
    ...nodeFileSystem,
    write: (fd, bytes) => {
      counts.writes++;
      counts.bytes += bytes.byteLength;
      nodeFileSystem.write(fd, bytes);
    },
    datasync: (fd) => {
      counts.syncs++;
      return nodeFileSystem.datasync(fd);
    },
  };
  return { fs, counts };
}

/**
 * Counts statements from now on: what messages need stands between BEGIN and COMMIT, what the screens are
 * told is asked outside, whenever its timer says.
 */
function countStatements(): () => { inside: number; outside: number } {
  const spies = (['run', 'get', 'all', 'each', 'exec'] as const).map((name) => vi.spyOn(Sql.prototype, name));
  return () => {
    const calls = spies
      .flatMap(({ mock }) => mock.calls.map(([sql], i) => ({ sql, order: mock.invocationCallOrder[i] ?? 0 })))
      .sort((a, b) => a.order - b.order);
    const counts = { inside: 0, outside: 0 };
    let isInside = false;
    for (const { sql } of calls) {
      if (sql === 'BEGIN') isInside = true;
      counts[isInside ? 'inside' : 'outside']++;
      if (sql === 'COMMIT') isInside = false;
    }
    return counts;
  };
}

describe('the cost of a report', () => {
  let test: TestCore;
  let counts: Counts;

  beforeEach(async () => {
    const counting = countingFileSystem();
    counts = counting.counts;
    test = await TestCore.open({ fs: counting.fs });
    // What only happens once: the cameras are registered, the journal's file is made.
    await post(0);
    Object.assign(counts, { syncs: 0, writes: 0, bytes: 0 });
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await test.dispose();
  });

  /** A report of each camera, all at once. @returns bytes sent */
  async function post(minute: number, persons = 0): Promise<number> {
    const bodies = Array.from({ length: CAMERAS }, (_, camera) =>
      JSON.stringify(report(camera, minute, persons)),
    );
    const replies = await Promise.all(bodies.map((body) => test.post(body)));
    expect(replies.every((reply) => reply.code === 0)).toBe(true);
    return bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0);
  }

  it('is one fsync and one write for all that arrive together', async () => {
    await post(1);
    expect(counts).toMatchObject({ syncs: 1, writes: 1 });
  });

  it('is an fsync for each that arrives alone: an acknowledgement is a promise', async () => {
    for (let minute = 1; minute <= 3; minute++) await test.post(report(0, minute));
    expect(counts.syncs).toBe(3);
  });

  it('is little more on disk than what was sent', async () => {
    const sent = await post(1, PERSONS);
    // Beside each body: 16 bytes of frame, and when, by what path and from where it came.
    expect(counts.bytes).toBeLessThan(sent + CAMERAS * 150);
  });

  it('is few statements, and none that depends on how many reports there were before', async () => {
    for (let minute = 1; minute <= 12; minute++) await post(minute);
    const statements = countStatements();
    await post(13);
    // Per report: insert, the quarter hour's sums, the camera. BEGIN and COMMIT. What is later than all there is
    // need not be looked for.
    expect(statements().inside).toBeLessThanOrEqual(CAMERAS * 3 + 2);
  });

  it('is one statement more for all the persons that it names', async () => {
    await post(1, PERSONS);
    const statements = countStatements();
    await post(2, PERSONS);
    expect(statements().inside).toBeLessThanOrEqual(CAMERAS * 4 + 2);
  });
});

describe('the cost of many reports', () => {
  const GROUPS = 8;
  const folder = temporaryFolder();
  let engine: Engine;

  beforeEach(async () => {
    // Without a host, whose timer commits when it likes.
    engine = await openEngine(folder);
    await receive(0);
    engine.prepareForQuestions();
  });

  afterEach(() => {
    vi.restoreAllMocks();
    engine.files.close();
    removeFolder(folder);
  });

  async function receive(minute: number, persons = 0): Promise<void> {
    const posts = Array.from({ length: CAMERAS }, (_, camera) => postOf(0, report(camera, minute, persons)));
    const replies = await engine.receive(posts);
    expect(replies.every((reply) => reply.code === 0)).toBe(true);
  }

  it('is one statement each, when one group follows the other: SQLite commits them together', async () => {
    const statements = countStatements();
    for (let minute = 1; minute <= GROUPS; minute++) await receive(minute);
    engine.prepareForQuestions();
    const { inside, outside } = statements();
    expect(outside).toBe(0);
    // Per report: insert. Once per camera: the sums of its quarter hour, read and written, and the camera
    // itself. BEGIN and COMMIT.
    expect(inside).toBeLessThanOrEqual(CAMERAS * (GROUPS + 5) + 2);
  });

  it('is one more where they name persons', async () => {
    const statements = countStatements();
    for (let minute = 1; minute <= GROUPS; minute++) await receive(minute, PERSONS);
    engine.prepareForQuestions();
    expect(statements().inside).toBeLessThanOrEqual(CAMERAS * (2 * GROUPS + 6) + 2);
  });
});

describe('the cost of telling the screens', () => {
  it('does not grow with the square of the cameras', async () => {
    const test = await TestCore.open();
    try {
      const events = new Promise<void>((resolve) => test.core.subscribe(() => resolve()));
      const statements = countStatements();
      await Promise.all(Array.from({ length: CAMERAS }, (_, camera) => test.post(report(camera, 1))));
      await events;
      // Per camera: its counts of today, and its quarter hours for the people inside. A site adds a few.
      expect(statements().outside).toBeLessThanOrEqual(CAMERAS * 3 + 20);
    } finally {
      vi.restoreAllMocks();
      await test.dispose();
    }
  });
});
