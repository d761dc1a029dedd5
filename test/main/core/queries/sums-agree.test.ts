import { afterEach, expect, test } from 'vitest';
import fc from 'fast-check';
import { TestCore } from '../../../support/core';

let app: TestCore;
afterEach(() => app.dispose());

const day = { from: '2026-03-10', to: '2026-03-11' };

/** Day sums are kept between questions; quarter hours are always read. They must never tell different things. */
test('however questions and messages alternate, days are the sum of their quarter hours', async () => {
  app = await TestCore.open();
  const morning = Math.floor(app.clock.now() / 1000) - 3 * 3600;
  const minute = fc.nat(179).map((i) => morning + i * 60);
  const people = fc.record({ in: fc.nat(5), out: fc.nat(5), passby: fc.nat(9), turnback: fc.nat(2) });
  const sn = fc.constantFrom('A', 'B');
  const live = fc
    .record({ sn, start: minute, people, later: fc.nat(50) })
    .map(({ sn, start, people, later }) => ({
      sn,
      startTime: start,
      endTime: start + 60,
      time: start + 60 + later,
      ...people,
    }));
  const history = fc
    .record({ sn, start: minute, people, minutes: fc.integer({ min: 1, max: 60 }) })
    .map(({ sn, start, people, minutes }) => ({
      sn,
      data: [{ startTime: start, endTime: start + minutes * 60, time: start, ...people, in: people.in * 5 }],
    }));
  const step = fc.oneof(
    { weight: 5, arbitrary: live },
    { weight: 1, arbitrary: history },
    { weight: 3, arbitrary: fc.constant(null) },
  );

  for (const body of fc.sample(step, { numRuns: 250, seed: 20260310 })) {
    if (body !== null) {
      await app.post(body);
      continue;
    }
    const quarters = (await app.call('history.query', { ...day, by: 'quarter' })).rows;
    const days = (await app.call('history.query', { ...day, by: 'day' })).rows;
    const cameras = await app.call('cameras.list', {});
    for (const row of days) {
      const total = quarters
        .filter((quarter) => quarter.camera === row.camera)
        .reduce((sum, quarter) => sum + (quarter.in ?? 0), 0);
      expect(row.in ?? 0).toBe(total);
      expect(cameras.find((camera) => camera.sn === row.camera)?.today.in ?? 0).toBe(total);
    }
  }
});
