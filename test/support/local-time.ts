import { Temporal } from 'temporal-polyfill';

/** @param local `2026-03-10T09:30` @returns UTC milliseconds */
export function toEpoch(timeZone: string, local: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
}
