import { describe, expect, it } from 'vitest';
import { dayTotal, openCore, postAt, quarterAt, rulesOf, ten } from './ask';

describe('two statements of history on one window', () => {
  const item = (time: number, entered: number) => ({
    ...{ startTime: ten, endTime: ten + 900, time: ten + time },
    ...{ in: entered, out: 0 },
  });

  it.each([
    ['the later written counts, also where it says less', [item(900, 8), item(901, 3)], 3],
    ['whichever comes first', [item(901, 3), item(900, 8)], 3],
    ['one that does not say when is older than any', [item(900, 3), { ...item(0, 8), time: undefined }], 3],
  ])('%s', async (_, items, entered) => {
    const core = await openCore();
    for (const [i, each] of items.entries()) await postAt(core, 7200 + i, { len: 1, data: [each] });
    expect(await dayTotal(core)).toBe(entered);
  });

  it('what it tells of is covered, and no more', async () => {
    const core = await openCore();
    await postAt(core, 0, { startTime: ten - 60, endTime: ten, time: ten, in: 0, out: 0 });
    await postAt(core, 7200, { len: 1, data: [{ ...item(900, 8), endTime: ten + 720 }] });
    expect(await quarterAt(core, 0)).toMatchObject({ in: 8, coverage: 0.8, quality: 'partial' });
  });

  it('a figure beyond reason is set aside, and the others stand', async () => {
    const core = await openCore();
    await postAt(core, 7200, { len: 1, data: [{ ...item(900, 18_001), out: 18_000 }] });
    expect(await quarterAt(core, 0)).toMatchObject({ in: null, out: 18_000 });
    expect(await rulesOf(core)).toContain('value-set-aside');
  });
});

it('a step of counters covers the time from one reading to the next', async () => {
  const core = await openCore();
  const reading = (seconds: number, entered: number) => ({
    ...{ startTime: ten, endTime: ten + seconds, time: ten + seconds, dataMode: 'Total' },
    ...{ in: entered, out: 0 },
  });
  await postAt(core, 0, reading(0, 100));
  await postAt(core, 900, reading(900, 104));
  expect(await quarterAt(core, 0)).toMatchObject({ in: 4, coverage: 1, quality: 'ok' });
});

describe('a person whom two reports name', () => {
  const person = (id: number, more: object = {}) => ({
    ...{ id, timestamp: ten + id, eventType: 0, height: 170 },
    ...more,
  });
  const report = (seconds: number, entered: number, eventList: object[], more: object = {}) => ({
    ...{ startTime: ten, endTime: ten + 60, time: ten + seconds, in: entered, out: 0, eventList },
    ...more,
  });

  it('is taken off the adults of one of them, and off its time in view', async () => {
    const core = await openCore();
    await postAt(core, 60, report(10, 1, [person(1)], { avgStayTime: 2000 }));
    await postAt(core, 61, report(20, 2, [person(1), person(2)], { avgStayTime: 5000 }));
    expect(await quarterAt(core, 0)).toMatchObject({ in: 2, inAdult: 2, inChild: 0, avgStaySeconds: 3.5 });
  });

  it('stays with the report that had it when a third one names another of the same list', async () => {
    const core = await openCore();
    await postAt(core, 60, report(10, 1, [person(2)]));
    await postAt(core, 61, report(20, 2, [person(1), person(2)]));
    expect(await dayTotal(core)).toBe(2);
    await postAt(core, 62, report(30, 1, [person(1)]));
    expect(await dayTotal(core)).toBe(2);
  });
});
