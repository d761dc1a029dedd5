import { describe, expect, it } from 'vitest';
import { someMorning } from '../../../support/clock';
import type { TestCore } from '../../../support/core';
import { copyAsIs, openCore, openEngine, postOf, sn, testFolder } from './support';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A camera whose own clock is right whatever happens to the computer's. */
class Camera {
  #sent = 0;
  realMs = someMorning;

  constructor(private readonly test: TestCore) {}

  /** A minute passes, with a heartbeat and a report of one visitor. */
  async minute(): Promise<void> {
    this.realMs += minuteMs;
    this.test.clock.advance(minuteMs);
    const [startTime, endTime] = [(this.realMs - minuteMs) / 1000, this.realMs / 1000];
    expect(await this.test.heartbeat(sn, this.realMs)).toMatchObject({ code: 0 });
    const report = { sn, startTime, endTime, time: endTime, in: 1, out: 0, passby: 0, turnback: 0 };
    expect(await this.test.post(report)).toMatchObject({ code: 0 });
    // Sent again, as after a reply that was lost.
    expect(await this.test.post(report)).toMatchObject({ code: 0 });
    this.#sent++;
    const inView = { time: endTime, currentStay: 1, info: [{ id: 7, staytime: 900 }] };
    expect(await this.test.post({ sn, ...inView })).toMatchObject({ code: 0 });
  }

  get sent(): number {
    return this.#sent;
  }
}

async function inAll(test: TestCore): Promise<number> {
  const { rows } = await test.call('history.query', { from: '2020-01-01', to: '2040-01-01', by: 'month' });
  for (const row of rows) {
    expect(row.coverage).toBeGreaterThanOrEqual(0);
    expect(row.coverage).toBeLessThanOrEqual(1);
    expect(row.in ?? 0).toBeGreaterThanOrEqual(0);
  }
  return rows.reduce((sum, row) => sum + (row.in ?? 0), 0);
}

describe.each([
  ['a minute back', -minuteMs],
  ['two hours back', -2 * hourMs],
  ['a day and a half back', -36 * hourMs],
  ['two years back', -730 * dayMs],
  ['a minute ahead', minuteMs],
  ['an hour ahead', hourMs],
  ['ten days ahead', 10 * dayMs],
  ['ten years ahead', 3650 * dayMs],
])('a clock that is set %s', (_, jumpMs) => {
  it('loses nothing and counts nothing twice, there and back', async () => {
    const test = await openCore({});
    const camera = new Camera(test);
    for (let i = 0; i < 3; i++) await camera.minute();
    test.clock.advance(jumpMs);
    for (let i = 0; i < 20; i++) await camera.minute();
    expect(await inAll(test)).toBe(camera.sent);
    test.clock.advance(-jumpMs);
    for (let i = 0; i < 20; i++) await camera.minute();
    expect(await inAll(test)).toBe(camera.sent);
    const { status, stay } = await test.camera(sn);
    expect(status).toBe('online');
    expect(stay.people).toHaveLength(1);
    for (const person of stay.people) expect(person.staySeconds).toBeGreaterThanOrEqual(0);
    const now = test.clock.now();
    test.clock.advance(20 * minuteMs);
    expect((await test.camera(sn)).status).toBe('offline');
    test.clock.set(now);
    const again = await openCore({ folder: copyAsIs(test.folder), clock: test.clock });
    expect(await inAll(again)).toBe(camera.sent);
  });
});

it('a computer that sleeps keeps what it had and goes on', async () => {
  const test = await openCore({});
  const camera = new Camera(test);
  await camera.minute();
  camera.realMs += 8 * hourMs;
  test.clock.advance(8 * hourMs);
  await camera.minute();
  expect(await inAll(test)).toBe(2);
  const { rows } = await test.call('history.query', {
    from: new Date(someMorning + hourMs).toISOString(),
    to: new Date(someMorning + 3 * hourMs).toISOString(),
    by: 'hour',
  });
  expect(rows.map((row) => [row.in, row.quality])).toEqual([
    [null, 'missing'],
    [null, 'missing'],
  ]);
});

it('snapshots go on after the clock was set back', async () => {
  const engine = await openEngine(testFolder());
  await engine.receive([postOf(0)]);
  expect(engine.files.isSnapshotDue(someMorning + 400 * dayMs)).toBe(false);
  expect(engine.files.isSnapshotDue(someMorning)).toBe(true);
  await engine.snapshot(someMorning);
  expect(engine.files.journalLag).toBe(0);
  engine.files.close();
});
