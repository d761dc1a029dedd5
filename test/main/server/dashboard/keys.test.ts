import { expect, test } from 'vitest';
import { KeyRing, newKey, Sessions } from '../../../../src/main/server/dashboard/keys';

test('keys are 32 random bytes, safe in an address', () => {
  const keys = new Set(Array.from({ length: 100 }, newKey));
  expect(keys.size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[\w-]{43}$/);
});

test('each key opens its own role', () => {
  const ring = new KeyRing([
    { key: 'owner', role: 'manage' },
    { key: 'guest', role: 'view' },
  ]);
  expect(ring.roleOf('owner')).toBe('manage');
  expect(ring.roleOf('guest')).toBe('view');
  for (const wrong of ['', 'own', 'owner ', 'Owner', 'x'.repeat(100_000)])
    expect(ring.roleOf(wrong)).toBeNull();
});

test('sessions are bounded, and those in use stay', () => {
  const sessions = new Sessions(2);
  const first = sessions.open('manage');
  const second = sessions.open('view');
  expect(sessions.roleOf(first)).toBe('manage');
  const third = sessions.open('view');
  expect(sessions.roleOf(second)).toBeNull();
  expect(sessions.roleOf(first)).toBe('manage');
  expect(sessions.roleOf(third)).toBe('view');
  expect(sessions.roleOf('')).toBeNull();
});
