import type { PrintRequest } from '#shared/contract';
import { mostPrintedDays, printKinds, type PaperSize, type PrintKind } from '#shared/domain';
import { addDays, addMonths, daysBetween } from '../../format/calendar';

type Query = Record<string, unknown>;
const isDate = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The day after the last of a page that begins on a local date. */
export function endOf(kind: PrintKind, from: string): string {
  return kind === 'month' ? addMonths(from, 1) : addDays(from, mostPrintedDays[kind]);
}

/**
 * What an address asks to be printed. Without a last day the whole day, week or month; a range that is backwards,
 * or too long for its kind, is read as if it had none.
 * @returns `null` where there is nothing to go by
 */
export function readPrintQuery(query: Query): PrintRequest | null {
  const { site, from, to } = query;
  const kind = printKinds.find((each) => each === query['kind']);
  if (typeof site !== 'string' || !kind || !isDate(from)) return null;
  const days = isDate(to) ? daysBetween(from, to) : 0;
  const fits = isDate(to) && days > 0 && days <= mostPrintedDays[kind];
  return { site, kind, from, to: fits ? to : endOf(kind, from) };
}

/** The page that a range of local dates fits on; `null`: it has more days than a page has rows. */
export function printKindOf(from: string, to: string): PrintKind | null {
  const days = daysBetween(from, to);
  return days < 1 ? null : (printKinds.find((kind) => days <= mostPrintedDays[kind]) ?? null);
}

type Range = Pick<PrintRequest, 'from' | 'to'>;

/** As many whole weeks before a page's range as it is long: as `insights.compare` with `before`. */
export function partnerRange({ from, to }: Range): Range {
  const days = daysBetween(from, to);
  const start = addDays(from, -7 * Math.ceil(days / 7));
  return { from: start, to: addDays(start, days) };
}

/** Where paper is cut in inches (Unicode CLDR, `paperSize`). */
const letterRegions = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The paper of a reader's region. */
export function paperOf(locale: string): PaperSize {
  const { region } = new Intl.Locale(locale).maximize();
  return region !== undefined && letterRegions.has(region) ? 'Letter' : 'A4';
}
