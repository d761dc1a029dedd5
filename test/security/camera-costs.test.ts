import { expect, test } from 'vitest';
import { codeOf, countedIn, openPort, otherAddress, post, report } from './support';

/** Messages that are small and take long: they are charged to whoever sends them. */

test('ten thousand times the same person in one report is looked for once', async () => {
  const port = await openPort();
  const end = Math.floor(port.core.clock.now() / 1000);
  const person = { id: 1, timestamp: end, eventType: 0 };
  for (let i = 0; i < 3; i++) {
    const eventList = Array.from({ length: 10_000 }, () => person);
    const body = { sn: 'CROWD', startTime: end - 60, endTime: end, time: end + i, in: 1, out: 0, eventList };
    expect(codeOf(await post(port.url, JSON.stringify(body)))).toBe(0);
  }
  expect(await countedIn(port, 'CROWD')).toBe(1);
});

test('who keeps the storage busy is held back, and the cameras are not', async () => {
  const from = await otherAddress();
  const port = await openPort({ burstWorkMs: 1, workMsPerSecond: 0.001, maxWaitMs: 200 });
  const end = Math.floor(port.core.clock.now() / 1000);
  const data = Array.from({ length: 3000 }, (_, i) => ({
    startTime: end - 61 * (i + 1),
    endTime: end - 61 * i,
    in: 1,
  }));
  const costly = JSON.stringify({ sn: 'COSTLY', data });
  expect(codeOf(await post(port.url, costly, { from }))).toBe(0);
  expect(await report(port, 'GOOD', 20)).toBe(20);
  if (from === '127.0.0.1') return;
  expect(codeOf(await post(port.url, costly, { from }))).toBe(2);
  expect(await port.core.call('refused.list', {})).toMatchObject([
    { reason: 'too-many-messages', address: from },
  ]);
});

test('thousands of different reports on one window are not compared with each other for ever', async () => {
  const port = await openPort();
  const end = Math.floor(port.core.clock.now() / 1000);
  const data = Array.from({ length: 1000 }, (_, i) => ({
    startTime: end - 60,
    endTime: end,
    time: end + i,
    in: { count: 1 },
  }));
  expect(codeOf(await post(port.url, JSON.stringify({ sn: 'SAME', data })))).toBe(0);
  expect(await countedIn(port, 'SAME')).toBe(600);
  const marks = await port.core.call('quality.list', { sn: 'SAME', rules: ['value-set-aside'], limit: 1000 });
  expect(marks).toHaveLength(400);
});
