import type { Instant, TimeZone } from './words';

/**
 * What the till of a site took on one of its days. A day of the till is the site's business day, named by the
 * local date on which it begins: that is what a till's daily closing tells of.
 */
export interface TillDay {
  site: string;
  /** Local date. */
  date: string;
  /** Sales. `null`: not noted. */
  transactions: number | null;
  /** In the smallest unit of the currency (cents), so that sums stay exact. `null`: not noted. */
  takings: number | null;
  /** ISO 4217. Kept with each day: a country that changes its money does not change its past. */
  currency: string | null;
}

export interface TillBook {
  site: string;
  /** ISO 4217: what is noted from now on. `null`: not chosen yet; takings cannot be noted. */
  currency: string | null;
  /** Ascending; days of which nothing is noted are left out. */
  days: TillDay[];
}

/** What an import did, and how to take it back. */
export interface TillImport {
  /** To be handed to `till.undo`. */
  undo: number;
  /** Days that are different now. */
  changed: number;
}

export interface TillUndone {
  restored: number;
  /** Days that somebody changed after the import: they stay as they are. */
  kept: number;
}

/** A rate with what it was made from; only days on which both sides are known are in it, on both sides. */
export interface TillRate {
  numerator: number;
  denominator: number;
  /** numerator ÷ denominator. */
  rate: number;
  days: number;
}

/** What the till and the doors say of one period. */
export interface TillPeriod {
  start: Instant;
  end: Instant;
  /** Business days in the period that are over or have begun. */
  days: number;
  /** Of these, days of which anything is noted. */
  notedDays: number;
  visitors: number | null;
  transactions: number | null;
  /** In the smallest unit of the currency; `null` too where days of several currencies meet. */
  takings: number | null;
  currency: string | null;
  /** Transactions ÷ visitors. */
  conversion: TillRate | null;
  /** Takings ÷ visitors, in the smallest unit of the currency. */
  valuePerVisitor: TillRate | null;
  /** 0–1: of the worst door, over the hours that were asked for. */
  coverage: number;
  /** A correction of the owner's is in the number of visitors. */
  isEdited: boolean;
}

export interface TillReport {
  site: string;
  timeZone: TimeZone;
  rows: TillPeriod[];
  /** All rows as one; `null` where there is none. */
  total: TillPeriod | null;
}
