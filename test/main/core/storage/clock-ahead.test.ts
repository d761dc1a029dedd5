import { expect, it } from 'vitest';
import { someMorning } from '../../../support/clock';
import { openCore, sn } from './support';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

it.each([
  ['two days', 2 * dayMs],
  ['ten years', 3650 * dayMs],
])('a computer that was %s ahead goes on when it is put right', async (_, aheadMs) => {
  const test = await openCore({});
  let [realMs, counter] = [someMorning, 100];
  const minute = async () => {
    realMs += minuteMs;
    counter++;
    test.clock.advance(minuteMs);
    await test.heartbeat(sn, realMs);
    const time = realMs / 1000;
    const reading = { startTime: time - 60, endTime: time, time, in: counter, out: 0, dataMode: 'Total' };
    expect(await test.post({ sn, ...reading })).toMatchObject({ code: 0 });
    // Sent again, as after a reply that was lost.
    expect(await test.post({ sn, ...reading })).toMatchObject({ code: 0 });
    await test.post({ sn, time, currentStay: counter, info: [{ id: counter, staytime: 900 }] });
  };
  const entered = async () => {
    const { rows } = await test.call('history.query', { from: '2020-01-01', to: '2040-01-01', by: 'month' });
    return rows.reduce((sum, row) => sum + (row.in ?? 0), 0);
  };
  for (let i = 0; i < 3; i++) await minute();
  test.clock.advance(aheadMs);
  for (let i = 0; i < 3; i++) await minute();
  expect(await entered()).toBe(counter - 101);
  test.clock.advance(-aheadMs);
  for (let i = 0; i < 3; i++) {
    await minute();
    expect(await entered()).toBe(counter - 101);
    // Whoever was seen at a time that has not come is not in view until then.
    const { stay } = await test.camera(sn);
    expect(stay).toMatchObject({ current: counter, people: [{ id: String(counter) }] });
    expect(Date.parse(stay.asOf ?? '')).toBe(test.clock.now());
  }
});
