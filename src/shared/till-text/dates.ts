/** Order in which a date of digits only is written, where it does not begin with the year. */
export type DateOrder = 'dmy' | 'mdy';

interface Parts {
  year: number;
  /** As written; which of them is the day depends on the order. */
  first: number;
  second: number;
}

const languages = ['en', 'es', 'de', 'fr', 'pt'];

/** Names of months and their short forms, without accents and dots → 1–12. */
const months = new Map<string, number>();
for (const language of languages) {
  for (const month of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
    for (let i = 0; i < 12; i++) months.set(plain(format.format(Date.UTC(2026, i, 15))), i + 1);
  }
}

/**
 * The order that all cells agree to. Where both fit, the one under which the days lie closer together: a till's
 * list is of days, not of months. Where that is no help either, the reader's own.
 */
export function dateOrderOf(cells: readonly string[], readersOwn: DateOrder): DateOrder {
  const ambiguous = cells.map(digitsOnly).filter((parts) => parts !== null);
  if (ambiguous.some(({ first }) => first > 12) || cells.some((cell) => /^\D*\d+\.\d+\.\d+/.test(cell)))
    return 'dmy';
  if (ambiguous.some(({ second }) => second > 12)) return 'mdy';
  const span = (order: DateOrder) => {
    const times = ambiguous.map((parts) => Date.parse(toDate(parts, order) ?? '')).filter(Number.isFinite);
    return times.length === 0 ? 0 : Math.max(...times) - Math.min(...times);
  };
  const difference = span('dmy') - span('mdy');
  if (difference === 0) return readersOwn;
  return difference < 0 ? 'dmy' : 'mdy';
}

/** A local date, whatever stands around it. @returns `YYYY-MM-DD`; `null` if there is none */
export function readDate(cell: string, order: DateOrder): string | null {
  const text = cell.trim();
  const iso =
    /(?:^|\D)(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:\D|$)/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = digitsOnly(text);
  if (parts) return toDate(parts, order);
  return withMonthName(text);
}

function digitsOnly(cell: string): Parts | null {
  // Not behind a year, which is read as it stands.
  const match = /(?:^|[^\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(cell.trim());
  if (!match) return null;
  const [, first, , second, year = ''] = match;
  return { year: fullYear(year), first: Number(first), second: Number(second) };
}

/** `2 March 2026`, `Mar 2, 2026`, `2 de marzo de 2026`, `2. März 26` */
function withMonthName(text: string): string | null {
  const words = text.split(/[\s,.-]+/).map(plain);
  const month = words.map((word) => months.get(word)).find((found) => found !== undefined);
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word));
  const [first, second] = numbers;
  if (month === undefined || first === undefined || second === undefined) return null;
  const [day, year] = first.length === 4 ? [second, first] : [first, second];
  return checked(fullYear(year), month, Number(day));
}

function toDate({ year, first, second }: Parts, order: DateOrder): string | null {
  return order === 'dmy' ? checked(year, second, first) : checked(year, first, second);
}

function checked(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  // The 31st of a month with 30 days would be the first of the next.
  const isThere = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1970 && year < 2200;
  return isThere ? at.toISOString().slice(0, 10) : null;
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
}
