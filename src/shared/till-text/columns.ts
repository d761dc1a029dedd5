import { readAmount } from './amounts';
import { readDate } from './dates';

/** Which column holds what; `null`: none does. */
export interface TillColumns {
  date: number;
  transactions: number | null;
  takings: number | null;
}

/** Parts of headings in the languages of the pages. */
const transactionWords =
  /trans|ticket|receipt|bons?\b|beleg|kassenbon|operaci|vendas? \(n|recibo|cup[oõ]n|n[º°o.]+ ?(de )?vent|anzahl|count|number|nombre|cantidad|quantidade|qty|单|笔|数量|交易/i;
const takingWords =
  /tak(ing|e)|total|amount|revenue|turnover|gross|net|sum|umsatz|betrag|summe|brutto|netto|einnahm|importe|ingreso|facturaci|montant|recette|chiffre|\bca\b|valor|receita|faturamento|金额|营业额|销售额|收入/i;

/** Whether a row holds the names of the columns: it has no date while others have. */
export function isHeading(row: readonly string[], next: readonly string[] | undefined): boolean {
  const hasDate = (cells: readonly string[]) =>
    cells.some((cell) => readDate(cell, 'dmy') ?? readDate(cell, 'mdy'));
  return next !== undefined && !hasDate(row) && hasDate(next) && row.some((cell) => /\p{L}/u.test(cell));
}

/** Finds the columns by their headings, and where those say nothing by what they hold. */
export function findColumns(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): TillColumns | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const all = Array.from({ length: width }, (_, i) => i);
  const cells = (column: number) =>
    rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  const count = (column: number, test: (cell: string) => boolean) => cells(column).filter(test).length;
  const isDate = (cell: string) => (readDate(cell, 'dmy') ?? readDate(cell, 'mdy')) !== null;
  const date = best(all, (column) => count(column, isDate));
  if (date === null) return null;
  const numeric = all.filter(
    (column) =>
      column !== date && count(column, isAmount) > 0 && count(column, isAmount) * 2 >= cells(column).length,
  );
  const named = (words: RegExp) => numeric.find((column) => words.test(heading[column] ?? ''));
  let transactions = named(transactionWords) ?? null;
  let takings =
    numeric.find((column) => column !== transactions && takingWords.test(heading[column] ?? '')) ?? null;
  const rest = numeric.filter((column) => column !== transactions && column !== takings);
  const isMoney = (column: number) => count(column, (cell) => /[.,]\d{1,2}\D*$|\p{Sc}/u.test(cell)) > 0;
  takings ??= rest.find(isMoney) ?? null;
  transactions ??= rest.find((column) => column !== takings && !isMoney(column)) ?? null;
  return { date, transactions, takings };
}

function isAmount(cell: string): boolean {
  return /\d/.test(cell) && (readAmount(cell, '.', 2) ?? readAmount(cell, ',', 2)) !== null;
}

/** The first of those with the highest mark above zero. */
function best(columns: readonly number[], mark: (column: number) => number): number | null {
  let found: { column: number; mark: number } | null = null;
  for (const column of columns) {
    const its = mark(column);
    if (its > (found?.mark ?? 0)) found = { column, mark: its };
  }
  return found?.column ?? null;
}
