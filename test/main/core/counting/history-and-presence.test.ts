import { expect, it } from 'vitest';
import { heartbeatAt, openCore, postAt, quarterAt, ten } from './ask';

it('derives an item anew when one of its minutes is heard, though the report lies beside it', async () => {
  const core = await openCore();
  const item = { startTime: ten + 224, endTime: ten + 1681, in: 0, out: 0, passby: 0, turnback: 14 };
  const beside = { startTime: ten + 1696, endTime: ten + 1802, time: ten + 1802, in: 0, out: 0 };
  await postAt(core, 7200, { len: 1, data: [item] });
  await postAt(core, 7201, beside);

  // Minute 28 is heard now, so of 1,457 s 1,456 are open: 676 and 780, which makes halves of two people.
  expect((await quarterAt(core, 0))?.turnback).toBe(7);
  expect((await quarterAt(core, 15))?.turnback).toBe(7);
});

it('knows that nobody came where an item says so, also in minutes that were heard', async () => {
  const core = await openCore();
  await postAt(core, 0, { startTime: ten - 60, endTime: ten, time: ten, in: 1 });
  await postAt(core, 850, { startTime: ten, endTime: ten + 840, time: ten + 840, in: 1 });
  expect((await quarterAt(core, 0))?.out).toBeNull();

  await postAt(core, 7200, { len: 1, data: [{ startTime: ten, endTime: ten + 840, in: 1, out: 0 }] });
  expect(await quarterAt(core, 0)).toMatchObject({ in: 1, out: 0, passby: null, turnback: null });
});

it('takes the larger figures of two items that were written at the same time, whichever came first', async () => {
  const base = { startTime: ten, endTime: ten + 900, time: ten + 900 };
  const few = { ...base, in: 2, out: 9, avgStayTime: 3000 };
  const many = { ...base, in: 5, out: 1, avgStayTime: 1000 };
  for (const data of [
    [few, many],
    [many, few],
  ]) {
    const core = await openCore();
    await postAt(core, 7200, { len: 2, data });
    expect(await quarterAt(core, 0)).toMatchObject({ in: 5, out: 9, avgStaySeconds: 3 });
  }
});

it('takes the item that was written later though it says less, whichever came first', async () => {
  const base = { startTime: ten, endTime: ten + 900 };
  const early = { ...base, time: ten + 900, in: 5, out: 9, avgStayTime: 3000 };
  const late = { ...base, time: ten + 901, in: 2, out: 9, avgStayTime: 1000 };
  for (const items of [
    [early, late],
    [late, early],
  ]) {
    const core = await openCore();
    for (const item of items) await postAt(core, 7200, { len: 1, data: [item] });
    expect(await quarterAt(core, 0)).toMatchObject({ in: 2, out: 9, avgStaySeconds: 1 });
  }
});

it('keeps time in view with its people on either side of a quarter hour', async () => {
  const core = await openCore();
  await postAt(core, 1000, {
    startTime: ten + 600,
    endTime: ten + 1200,
    time: ten + 1200,
    in: 1,
    avgStayTime: 5000,
  });
  expect(await quarterAt(core, 0)).toMatchObject({ in: 1, avgStaySeconds: 5 });
  expect(await quarterAt(core, 15)).toMatchObject({ in: 0, avgStaySeconds: null });
});

it('shows a quarter hour with heartbeats and no report as nobody, one without either as unknown', async () => {
  const core = await openCore();
  await heartbeatAt(core, 0);
  await heartbeatAt(core, 60);
  await heartbeatAt(core, 4000);
  expect(await quarterAt(core, 0)).toMatchObject({
    in: 0,
    out: 0,
    passby: 0,
    turnback: 0,
    quality: 'partial',
  });
  expect(await quarterAt(core, 30)).toMatchObject({ in: null, out: null, coverage: 0, quality: 'missing' });
});

it('settles items together that share a minute, though they do not overlap', async () => {
  const whole = { startTime: ten + 824, endTime: ten + 4441, in: 0, out: 0, passby: 1 };
  const minute = { startTime: ten + 764, endTime: ten + 781, in: 0, out: 0 };
  const rest = [
    { startTime: ten + 4260, endTime: ten + 5177, in: 0, out: 0 },
    { startTime: ten + 840, endTime: ten + 4217, in: 0, out: 0 },
  ];
  for (const data of [
    [whole, minute, ...rest],
    [...rest, whole, minute],
  ]) {
    const core = await openCore();
    for (const item of data) await postAt(core, 10_000, { len: 1, data: [item] });
    // Minute 13, the first of the whole, is the small one's: nothing is open, so it is spread over all of it.
    expect((await quarterAt(core, 0))?.passby).toBe(0);
    expect((await quarterAt(core, 15))?.passby).toBe(1);
  }
});
