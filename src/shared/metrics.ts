import type { Counts } from './domain';

/**
 * Formulas of the figures Foyer shows. Each takes sums and gives `null` where a part is unknown
 * or the denominator is zero: a rate of nothing is not 0 %.
 */

function ratio(numerator: number | null, denominator: number | null): number | null {
  if (numerator === null || denominator === null || denominator <= 0) return null;
  return numerator / denominator;
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

/** Turn-in rate (capture rate): in ÷ (in + passby), 0–1. */
export function turnInRate({ in: entered, passby }: Counts): number | null {
  return ratio(entered, plus(entered, passby));
}

/** Turn-back rate: turnback ÷ (in + turnback), 0–1. */
export function turnBackRate({ in: entered, turnback }: Counts): number | null {
  return ratio(turnback, plus(entered, turnback));
}

/** Conversion: transactions ÷ visitors of the same hours. Above 1 where one visitor buys twice, or some were missed. */
export function conversion(transactions: number | null, visitors: number | null): number | null {
  return ratio(transactions, visitors);
}

/** Value per visitor: takings ÷ visitors of the same hours, in the unit of the takings. */
export function valuePerVisitor(takings: number | null, visitors: number | null): number | null {
  return ratio(takings, visitors);
}

/** Adds counts; a direction that only one side knows keeps that side's figure. */
export function addCounts(a: Counts, b: Counts): Counts {
  const add = (x: number | null, y: number | null) => (x === null ? y : y === null ? x : x + y);
  return {
    in: add(a.in, b.in),
    out: add(a.out, b.out),
    passby: add(a.passby, b.passby),
    turnback: add(a.turnback, b.turnback),
  };
}

export const unknownCounts: Counts = { in: null, out: null, passby: null, turnback: null };
