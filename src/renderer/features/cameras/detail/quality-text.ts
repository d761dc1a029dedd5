/** ISO instant in UTC, as the core writes moments into quality records. */
const instantPattern = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** Replaces the moments in what a rule wrote down by the words the reader is used to. */
export function readableDetail(text: string, moment: (instant: string) => string): string {
  return text.replace('/', ' – ').replace(instantPattern, (instant) => moment(instant));
}
