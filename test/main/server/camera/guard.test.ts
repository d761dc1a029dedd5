import { expect, test } from 'vitest';
import { CameraGuard } from '../../../../src/main/server/camera/guard';

const camera = '192.168.1.40';

function guardAt(limits = {}) {
  const time = { now: 0 };
  return { time, guard: new CameraGuard(limits, () => time.now) };
}

test('this computer is never held back', () => {
  const { guard } = guardAt({ burstMessages: 1, burstBytes: 1 });
  for (const address of ['127.0.0.1', '::1']) {
    guard.weigh(address, 1e9);
    for (let i = 0; i < 1000; i++) expect(guard.arrival(address)).toBe(0);
  }
});

test('past the burst messages are held back, then turned away, and later let in again', () => {
  const { time, guard } = guardAt({ burstMessages: 100, messagesPerSecond: 50, maxWaitMs: 1000 });
  const waits = Array.from({ length: 200 }, () => guard.arrival(camera));
  expect(waits.slice(0, 101)).toEqual(Array(101).fill(0));
  expect(waits[101]).toBe(20);
  expect(Math.max(...waits.map((wait) => wait ?? 0))).toBeLessThanOrEqual(1000);
  expect(waits.filter((wait) => wait === null).length).toBe(49);
  expect(guard.arrival('192.168.1.41')).toBe(0);
  time.now = 10_000;
  expect(guard.arrival(camera)).toBe(0);
});

test('weight counts as well as number', () => {
  const { time, guard } = guardAt({ burstBytes: 1000, bytesPerSecond: 100, maxWaitMs: 1000 });
  guard.weigh(camera, 1000);
  expect(guard.arrival(camera)).toBe(0);
  guard.weigh(camera, 500);
  expect(guard.arrival(camera)).toBeNull();
  time.now = 4500;
  expect(guard.arrival(camera)).toBe(500);
});

test('small messages that take long count by what they take', () => {
  const { time, guard } = guardAt({ burstWorkMs: 1000, workMsPerSecond: 200, maxWaitMs: 1000 });
  guard.charge(camera, 1000);
  expect(guard.arrival(camera)).toBe(1000);
  guard.charge(camera, 100);
  expect(guard.arrival(camera)).toBe(1000);
  guard.charge(camera, 900);
  expect(guard.arrival(camera)).toBeNull();
  guard.charge('127.0.0.1', 1e9);
  expect(guard.arrival('127.0.0.1')).toBe(0);
  time.now = 10_000;
  expect(guard.arrival(camera)).toBe(0);
});

test('between two messages that take long the others have their turn', () => {
  const { time, guard } = guardAt();
  guard.charge(camera, 200);
  expect(guard.arrival(camera)).toBe(0);
  guard.charge(camera, 500);
  expect(guard.arrival(camera)).toBe(2500);
  time.now = 3500;
  expect(guard.arrival(camera)).toBe(0);
  // Ninety days at once: the next of the kind waits as long as anything does, and is taken.
  guard.charge(camera, 15_000);
  expect(guard.arrival(camera)).toBe(10_000);
});

test('twenty busy cameras behind one address are never held back', () => {
  const { time, guard } = guardAt();
  const perSecond = 20 * (1 + 1 / 60);
  for (let sent = 0; sent < 2 * 86_400 * perSecond; sent++) {
    time.now = (sent / perSecond) * 1000;
    if (guard.arrival(camera) !== 0) throw new Error(`held back after ${String(time.now)} ms`);
    guard.weigh(camera, 300);
  }
});

test('five cameras behind one address send 90 days of minutes one by one, and none is turned away', () => {
  const { time, guard } = guardAt();
  const reports = 5 * 90 * 1440;
  // Each camera waits for its answer before it sends the next.
  const readyAt = [0, 0, 0, 0, 0];
  let longestMs = 0;
  for (let sent = 0; sent < reports; sent++) {
    const next = readyAt.indexOf(Math.min(...readyAt));
    time.now = readyAt[next] ?? 0;
    const waitMs = guard.arrival(camera);
    if (waitMs === null) throw new Error(`report ${String(sent)} was turned away`);
    guard.weigh(camera, 300);
    longestMs = Math.max(longestMs, waitMs);
    readyAt[next] = time.now + waitMs + 5;
  }
  expect(longestMs).toBeLessThan(1000);
  expect(time.now / 3_600_000).toBeLessThan(4);
});

test('twenty cameras behind one address send 90 days of minutes as lists at once', () => {
  const { guard } = guardAt();
  for (let camerasDone = 0; camerasDone < 20; camerasDone++) {
    expect(guard.arrival(camera)).toBe(0);
    guard.weigh(camera, 16 * 1024 * 1024);
  }
});

test('a device that makes addresses up fills no memory, and does not free itself that way', () => {
  const { guard } = guardAt({ burstMessages: 1, maxWaitMs: 0, messagesPerSecond: 0.001 });
  for (let i = 0; i < 3; i++) guard.arrival(camera);
  expect(guard.arrival(camera)).toBeNull();
  for (let i = 0; i < 1000; i++) guard.arrival(`10.0.${String(i >> 8)}.${String(i & 255)}`);
  expect(guard.arrival(camera)).toBeNull();
});

test('the owner hears of a flood once a minute', () => {
  const { time, guard } = guardAt();
  expect(guard.isNews(camera)).toBe(true);
  time.now = 59_999;
  expect(guard.isNews(camera)).toBe(false);
  expect(guard.isNews('192.168.1.41')).toBe(true);
  time.now = 60_000;
  expect(guard.isNews(camera)).toBe(true);
});
