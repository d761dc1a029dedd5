import { expect, test } from 'vitest';
import { countedIn, openPort, post, codeOf, report } from './support';

test('thousands of windows heaped on one moment are not settled with each other', async () => {
  const port = await openPort();
  const now = Math.floor(port.core.clock.now() / 1000);
  const data = Array.from({ length: 5000 }, (_, i) => ({
    startTime: now - 20 * 86_400 - i,
    endTime: now - 3 * i,
    in: 1,
  }));
  expect(codeOf(await post(port.url, JSON.stringify({ sn: 'HEAP', data })))).toBe(0);
  const marks = await port.core.call('quality.list', { sn: 'HEAP', rules: ['value-set-aside'], limit: 1000 });
  expect(marks).toHaveLength(1000);
  expect(await countedIn(port, 'HEAP')).toBeLessThanOrEqual(32);
});

test('windows that each share a minute with the next are settled in time that grows with their number', async () => {
  const port = await openPort();
  const now = Math.floor(port.core.clock.now() / 1000);
  const data = Array.from({ length: 3000 }, (_, i) => ({
    startTime: now - 61 * (i + 1),
    endTime: now - 61 * i,
    in: 1,
  }));
  expect(codeOf(await post(port.url, JSON.stringify({ sn: 'CHAIN', data })))).toBe(0);
  expect(await countedIn(port, 'CHAIN')).toBe(3000);
});

test('quarter hours of ninety days are counted in full, and others are served meanwhile', async () => {
  const port = await openPort();
  const end = Math.floor(port.core.clock.now() / 900_000) * 900;
  const data = Array.from({ length: 90 * 96 }, (_, i) => ({
    startTime: end - 900 * (i + 1),
    endTime: end - 900 * i,
    in: 1,
    out: 2,
  }));
  let isDone = false;
  const history = post(port.url, JSON.stringify({ sn: 'NINETY', data })).finally(() => (isDone = true));
  let between = 0;
  while (!isDone) {
    await report(port, 'GOOD', 1);
    if (!isDone) between++;
  }
  expect(codeOf(await history)).toBe(0);
  // It is taken in 35 pieces, and some of them go by while a report crosses the sockets. In one go, none would be.
  expect(between).toBeGreaterThanOrEqual(4);
  expect(await countedIn(port, 'NINETY')).toBe(90 * 96);
});

test('a chain of windows without end has an end, also if each comes twice', async () => {
  const port = await openPort();
  // Seven seconds past the minute, so that each shares one with the next.
  const now = Math.floor(port.core.clock.now() / 60_000) * 60 - 53;
  const once = Array.from({ length: 25_100 }, (_, i) => ({
    startTime: now - 60 * (i + 1),
    endTime: now - 60 * i,
    in: 1,
  }));
  const data = [...once, ...once];
  expect(codeOf(await post(port.url, JSON.stringify({ sn: 'CHAIN', data })))).toBe(0);
  expect(await countedIn(port, 'CHAIN')).toBe(25_000);
});
