export type DecimalMark = '.' | ',';

/**
 * The decimal mark that a column of amounts is written with: the last of two different marks, or one that is
 * not followed by exactly three digits. A column of whole numbers, with or without thousands, tells nothing.
 */
export function decimalMarkOf(cells: readonly string[], readersOwn: DecimalMark): DecimalMark {
  for (const cell of cells) {
    const marks = [...cell.matchAll(/[.,](?=\d)/g)].map(([mark]) => mark);
    const last = marks.at(-1);
    if (last === undefined || !isMark(last)) continue;
    const other = last === '.' ? ',' : '.';
    const digits = /\d*/.exec(cell.slice(cell.lastIndexOf(last) + 1))?.[0].length ?? 0;
    if (marks.includes(other)) return last;
    if (marks.length > 1) return other;
    if (digits !== 3 || /^\D*0[.,]/.test(cell)) return last;
  }
  return readersOwn;
}

/**
 * An amount as whole units of its last digit, exactly: `1.234,5` with two digits is 123450. Currency signs,
 * blanks and apostrophes are passed over; a minus may stand before or behind, or brackets around.
 * @returns `null` if it is not an amount
 */
export function readAmount(cell: string, mark: DecimalMark, digits: number): number | null {
  const text = cell.replace(/[−–]/g, '-');
  const isNegative = /^\D*-\s*\D*\d|\d\s*-\D*$|^\s*\(.*\)\s*$/.test(text);
  const bare = text.replace(/[\p{Sc}\p{L}\s'’`()\u00a0\u202f-]/gu, '').replace(/\.$/, '');
  const [whole = '', fraction = '', ...more] = bare.split(mark);
  const grouped = whole.replaceAll(mark === '.' ? ',' : '.', '');
  if (more.length > 0 || !/^\d*$/.test(grouped) || !/^\d*$/.test(fraction)) return null;
  if (grouped === '' && fraction === '') return null;
  if (!isGrouped(whole, mark)) return null;
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const isRoundedUp = (fraction[digits] ?? '0') >= '5';
  const units = Number(`${grouped}${kept}` || '0') + (isRoundedUp ? 1 : 0);
  if (!Number.isSafeInteger(units)) return null;
  return isNegative && units !== 0 ? -units : units;
}

/** Thousands stand in threes: `12,34` with a point as decimal mark is no number. */
function isGrouped(whole: string, mark: DecimalMark): boolean {
  const groups = whole.split(mark === '.' ? ',' : '.');
  return groups.slice(1).every((group) => group.length === 3) && (groups.length === 1 || groups[0] !== '');
}

function isMark(text: string): text is DecimalMark {
  return text === '.' || text === ',';
}
