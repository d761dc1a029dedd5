import { expect, test } from 'vitest';
import { countedIn, openPort, post, codeOf } from './support';

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
