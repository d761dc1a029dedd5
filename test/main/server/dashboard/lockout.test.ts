import { expect, test } from 'vitest';
import { Lockout } from '../../../../src/main/server/dashboard/lockout';
import { RateLimit } from '../../../../src/main/server/dashboard/rate-limit';

function atTime() {
  let ms = 1_000;
  return { now: () => ms, pass: (by: number) => (ms += by) };
}

test('some slips are free, then each wrong key doubles the wait, up to a limit', () => {
  const { now, pass } = atTime();
  const lockout = new Lockout({ freeTries: 3, firstLockMs: 1_000, longestLockMs: 10_000, now });
  const waits = Array.from({ length: 9 }, (_, n) => {
    lockout.failed('10.0.0.5', `wrong ${String(n)}`);
    const waitMs = lockout.lockedForMs('10.0.0.5');
    pass(waitMs);
    return waitMs;
  });
  expect(waits).toEqual([0, 0, 0, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  expect(lockout.lockedForMs('10.0.0.5')).toBe(0);
  expect(lockout.lockedForMs('10.0.0.6')).toBe(0);
});

test('after a hundred thousand wrong keys the wait is still finite, and an hour of quiet ends it', () => {
  const { now, pass } = atTime();
  const lockout = new Lockout({ now });
  for (let n = 0; n < 100_000; n++) lockout.failed('10.0.0.5', String(n));
  expect(lockout.lockedForMs('10.0.0.5')).toBe(15 * 60_000);
  pass(60 * 60_000);
  lockout.failed('10.0.0.5', 'a slip');
  expect(lockout.lockedForMs('10.0.0.5')).toBe(0);
});

test('who asks on with the same wrong key tries nothing', () => {
  const lockout = new Lockout({ freeTries: 2, ...atTime() });
  for (let n = 0; n < 100; n++) lockout.failed('10.0.0.5', 'taken back');
  expect(lockout.lockedForMs('10.0.0.5')).toBe(0);
});

test('no flood of addresses fills the memory, and the newest are kept in mind', () => {
  const { now } = atTime();
  const lockout = new Lockout({ freeTries: 0, maxAddresses: 10, now });
  for (let n = 0; n < 1_000; n++) lockout.failed(`10.0.${String(n)}.1`, 'x');
  const locked = Array.from({ length: 1_000 }, (_, n) => lockout.lockedForMs(`10.0.${String(n)}.1`) > 0);
  expect(locked.filter(Boolean).length).toBe(10);
  expect(locked.slice(-10)).not.toContain(false);
});

test('so many requests at once, and so many a second', () => {
  const { now, pass } = atTime();
  const limit = new RateLimit({ burst: 3, perSecond: 2, now });
  expect([1, 2, 3, 4].map(() => limit.take('10.0.0.5'))).toEqual([0, 0, 0, 500]);
  expect(limit.take('10.0.0.6')).toBe(0);
  pass(500);
  expect([1, 2].map(() => limit.take('10.0.0.5'))).toEqual([0, 500]);
  pass(60_000);
  expect([1, 2, 3, 4].map(() => limit.take('10.0.0.5'))).toEqual([0, 0, 0, 500]);
});
