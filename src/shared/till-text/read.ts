import Papa from 'papaparse';
import { decimalMarkOf, readAmount, type DecimalMark } from './amounts';
import { findColumns, isHeading, type TillColumns } from './columns';
import { dateOrderOf, readDate, type DateOrder } from './dates';

export type { DateOrder, DecimalMark, TillColumns };

/** Why a line is not taken over. */
export const tillTextProblems = [
  'no-date',
  'future',
  'bad-transactions',
  'bad-takings',
  'no-figure',
] as const;
export type TillTextProblem = (typeof tillTextProblems)[number];

export interface TillTextRow {
  date: string;
  /** `null`: the text does not tell. */
  transactions: number | null;
  /** In the currency's smallest unit. */
  takings: number | null;
  /** Lines of the text that were added up: two tills, or two shifts. */
  lines: number[];
}

export interface TillText {
  /** Names of the columns, as far as the text has any. */
  heading: string[];
  /** How many columns there are. */
  width: number;
  columns: TillColumns;
  dateOrder: DateOrder;
  decimal: DecimalMark;
  /** By date, each once. */
  rows: TillTextRow[];
  problems: { line: number; text: string; problem: TillTextProblem }[];
}

export interface TillTextOptions {
  /** Digits of the currency's smallest unit: 2 for cents, 0 where there are none. */
  currencyDigits: number;
  /** Local date; what lies after it cannot have been sold yet. */
  today: string;
  /** How the reader writes dates and numbers; used where the text fits both ways. */
  readersOwn: { dateOrder: DateOrder; decimal: DecimalMark };
  /** What the owner says against what was found. */
  chosen?: { columns?: TillColumns; dateOrder?: DateOrder; decimal?: DecimalMark };
}

const separators = ['\t', ';', ',', '|'];

/**
 * Reads what was pasted from a till: any separator, with or without headings, dates and amounts as they are
 * written in different countries.
 * @returns `null` if there is no column of dates in it
 */
export function readTillText(text: string, options: TillTextOptions): TillText | null {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimitersToGuess: separators });
  const lines = data
    .map((cells, i) => ({ line: i + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first, second] = lines;
  const heading =
    first && isHeading(first.cells, second?.cells) ? first.cells.map((cell) => cell.trim()) : [];
  const body = heading.length > 0 ? lines.slice(1) : lines;
  const { chosen = {}, readersOwn } = options;
  const columns =
    chosen.columns ??
    findColumns(
      heading,
      body.map(({ cells }) => cells),
    );
  if (!columns) return null;
  const column = (position: number | null) =>
    position === null ? [] : body.map(({ cells }) => cells[position]?.trim() ?? '');
  const dateOrder = chosen.dateOrder ?? dateOrderOf(column(columns.date), readersOwn.dateOrder);
  const decimal = chosen.decimal ?? decimalMarkOf(column(columns.takings), readersOwn.decimal);
  const found: TillText = {
    heading,
    width: Math.max(...lines.map(({ cells }) => cells.length)),
    columns,
    dateOrder,
    decimal,
    rows: [],
    problems: [],
  };
  const byDate = new Map<string, TillTextRow>();
  for (const { line, cells } of body) {
    const row = readLine(cells, found, options);
    if (typeof row === 'string') found.problems.push({ line, text: cells.join(' · '), problem: row });
    else byDate.set(row.date, added(byDate.get(row.date), { ...row, lines: [line] }));
  }
  found.rows = [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  return found;
}

function readLine(
  cells: readonly string[],
  { columns, dateOrder, decimal }: TillText,
  { currencyDigits, today }: TillTextOptions,
): Omit<TillTextRow, 'lines'> | TillTextProblem {
  const date = readDate(cells[columns.date] ?? '', dateOrder);
  if (date === null) return 'no-date';
  if (date > today) return 'future';
  const cell = (position: number | null) => (position === null ? '' : (cells[position]?.trim() ?? ''));
  const [sales, money] = [cell(columns.transactions), cell(columns.takings)];
  const transactions = sales === '' ? null : readCount(sales, decimal);
  const takings = money === '' ? null : readAmount(money, decimal, currencyDigits);
  if (sales !== '' && transactions === null) return 'bad-transactions';
  if (money !== '' && takings === null) return 'bad-takings';
  return transactions === null && takings === null ? 'no-figure' : { date, transactions, takings };
}

/** `1.234` and `41,00` are whole; half a sale is not one. */
function readCount(cell: string, decimal: DecimalMark): number | null {
  const isGrouped = /^\d{1,3}([.,' \u00a0\u202f]\d{3})+$/.test(cell);
  if (isGrouped) return Number(cell.replace(/\D/g, ''));
  const hundredths = readAmount(cell, decimal, 2) ?? readAmount(cell, decimal === '.' ? ',' : '.', 2);
  if (hundredths === null || hundredths < 0 || hundredths % 100 !== 0) return null;
  return hundredths / 100;
}

function added(known: TillTextRow | undefined, row: TillTextRow): TillTextRow {
  if (!known) return row;
  const plus = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b);
  return {
    date: row.date,
    transactions: plus(known.transactions, row.transactions),
    takings: plus(known.takings, row.takings),
    lines: [...known.lines, ...row.lines],
  };
}
