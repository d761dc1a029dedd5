let names: readonly string[] | undefined;

/** IANA names that this browser knows, plus UTC, which the standard list leaves out. */
export function timeZones(): readonly string[] {
  names ??= [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
  return names;
}

/** `New York` of `America/New_York`: what people type. */
export function cityOf(name: string): string {
  return (name.split('/').at(-1) ?? name).replaceAll('_', ' ');
}
