/**
 * A time zone in which it is noon, give or take an hour: what a test posts "a few minutes ago" belongs
 * to the same day as what it posts now, whenever the test runs.
 */
export function zoneWhereItIsMidday(nowMs: number = Date.now()): string {
  const hoursEast = 12 - new Date(nowMs).getUTCHours();
  // The signs of these names are the other way round: Etc/GMT-2 is two hours east.
  return hoursEast === 0 ? 'UTC' : `Etc/GMT${hoursEast > 0 ? '-' : '+'}${String(Math.abs(hoursEast))}`;
}
