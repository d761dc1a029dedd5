import { expect, it } from 'vitest';
import { zoneWhereItIs } from './test-camera';

it.each(Array.from({ length: 24 }, (_, hour) => hour))('at %i:30 UTC there is a zone with noon', (hour) => {
  const now = Date.UTC(2026, 2, 29, hour, 30);
  const timeZone = zoneWhereItIs(12, now);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
  expect(clock.format(now)).toBe('12:30');
});
