import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { levelOf, overfull } from '../../../../src/main/core/ingest/most-kept';
import { someMorning } from '../../../support/clock';
import { TestCore } from '../../../support/core';
import { openEngine, postOf, testFolder } from '../storage/support';

const rule = 'too-many-reports';

describe('a device that sends without end', () => {
  let core: TestCore;
  beforeEach(async () => {
    core = await TestCore.open();
  });
  afterEach(() => core.dispose());

  /** @param agoSeconds how old each report is when it comes */
  async function send(sn: string, count: number, agoSeconds = 0): Promise<void> {
    const end = Math.floor(core.clock.now() / 1000) - agoSeconds;
    // As many as fit into a message, in the form of the maker's own software.
    const data = Array.from({ length: count }, (_, i) => ({
      ...{ startTime: end - 60 - (i % 3000), endTime: end - (i % 3000), time: end + i },
      in: { count: 1 },
    }));
    expect(await core.post({ sn, data })).toMatchObject({ code: 0 });
  }
  const marks = async (sn: string) => (await core.call('quality.list', { sn, rules: [rule] })).length;

  it('is told of once an hour, and no more when it has stopped', async () => {
    await send('FLOOD', 3600);
    expect([await marks('FLOOD'), (await core.camera('FLOOD')).isFlooding]).toEqual([0, false]);
    await send('FLOOD', 100);
    expect([await marks('FLOOD'), (await core.camera('FLOOD')).isFlooding]).toEqual([1, true]);
    core.clock.advance(3_600_000);
    expect((await core.camera('FLOOD')).isFlooding).toBe(true);
    core.clock.advance(3_600_000);
    expect((await core.camera('FLOOD')).isFlooding).toBe(false);
  });

  it('is none if it sends again what it remembers of the past', async () => {
    await send('BACK', 3700, 3 * 3600);
    expect([await marks('BACK'), (await core.camera('BACK')).isFlooding]).toEqual([0, false]);
  });
});

describe('what there is no room for', () => {
  it('is the oldest of whoever has most; no figure changes', async () => {
    const engine = await openEngine(testFolder());
    onTestFinished(() => engine.files.close());
    const minuteMs = 60_000;
    const report = (sn: string, minute: number) => {
      const endTime = (someMorning - 60 * 24 * minuteMs) / 1000 + 60 * minute;
      return postOf(0, { sn, startTime: endTime - 60, endTime, time: endTime, in: 1 }, someMorning);
    };
    for (let minute = 0; minute < 400; minute++) await engine.receive([report('MANY', minute)]);
    for (let minute = 0; minute < 20; minute++) await engine.receive([report('FEW', minute)]);
    expect(overfull(engine.state, 1000, 1000)).toEqual([]);
    const rows = (sn: string) =>
      Number(
        engine.state.sql.get(
          'SELECT count(*) FROM report JOIN camera ON camera.id = camera_id WHERE sn = ?',
          [sn],
        )?.[0],
      );
    const entered = () => {
      engine.prepareForQuestions();
      return engine.state.sql.all('SELECT camera_id, sum("in") FROM quarter GROUP BY camera_id');
    };
    const before = entered();
    const cuts = overfull(engine.state, 320, 1000);
    expect(cuts.map(({ sn }) => sn)).toEqual(['MANY']);
    for (const cut of cuts) await engine.command('retention.cut', cut, someMorning);
    // Whole quarter hours go.
    expect(rows('MANY')).toBeLessThanOrEqual(320);
    expect(rows('MANY')).toBeGreaterThan(270);
    expect(rows('FEW')).toBe(20);
    expect(entered()).toEqual(before);
  });

  it.each([
    [[10, 20, 30], 60, Infinity],
    [[10, 20, 30], 59, 29],
    [[10, 20, 30], 45, 17],
    [[100, 100], 100, 50],
    [[], 10, Infinity],
  ])('of loads %j with room for %i, all above %d is too much', (loads, most, level) => {
    expect(levelOf(loads, most)).toBe(level);
  });
});
