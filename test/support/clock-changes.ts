import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

const first = Date.UTC(2022, 0, 1);
const last = Date.UTC(2031, 0, 1);
const twoDaysMs = 2 * 86_400_000;

/** When the clocks of a zone change in the years that tests draw from. */
function clockChanges(zone: string): number[] {
  const changes: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(first)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('next');
  while (at && at.epochMilliseconds < last) {
    changes.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}

/**
 * One of the zones and an instant. Days on which clocks change are few and where the mistakes are: every other
 * instant is within two days of such a change, if the zone has any.
 */
export function zonedInstant(...zones: string[]): fc.Arbitrary<[zone: string, at: number]> {
  const each = zones.map((zone) => {
    const anyTime = fc.integer({ min: first, max: last });
    const changes = clockChanges(zone);
    if (changes.length === 0) return fc.tuple(fc.constant(zone), anyTime);
    const nearChange = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -twoDaysMs, max: twoDaysMs }))
      .map(([change, difference]) => change + difference);
    return fc.tuple(fc.constant(zone), fc.oneof(nearChange, anyTime));
  });
  return fc.oneof(...each);
}
