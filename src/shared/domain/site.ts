import type { Counts, Instant, TimeZone } from './words';

export interface Occupancy {
  /** Σ in − Σ out since the business day began, never shown below zero. */
  counted: number | null;
  /** Σ of what the cameras see themselves. */
  seen: number | null;
  /** Time of the newest message behind either figure. */
  asOf: Instant | null;
}

/** Local times `HH:MM`, on whole quarter hours. An end at or before the start lies on the next day. */
export interface OpenInterval {
  from: string;
  to: string;
}

export interface OpeningHours {
  /** Monday first; a day without an interval is closed. */
  weekly: OpenInterval[][];
  /** Days that differ: holidays, long evenings. */
  exceptions: { date: string; intervals: OpenInterval[]; label: string }[];
}

/** A moment at which the number of people inside was set anew. */
export interface OccupancyCorrection {
  at: Instant;
  /** `automatic`: more had left than came, so the shop was empty. `manual`: the owner said so. */
  kind: 'automatic' | 'manual';
  before: number;
  after: number;
}

/** People inside a site over one business day. */
export interface OccupancyDay {
  /** Local date on which the business day began. */
  date: string;
  start: Instant;
  end: Instant;
  /** A day that is over is corrected for drift, the one going on is as counted. */
  isCorrected: boolean;
  /** After each quarter hour with data. */
  points: { at: Instant; inside: number }[];
  max: { inside: number; at: Instant } | null;
  corrections: OccupancyCorrection[];
  /** (in − out) ÷ max(in, out). */
  imbalance: number | null;
  coverage: number;
  /** Σ occupancy·Δt ÷ Σ in; only with coverage ≥ 95 %, imbalance ≤ 5 % and 30 visitors. */
  averageVisitSeconds: number | null;
  /** Why there is no average visit; empty if there is one. */
  averageVisitMissing: ('coverage' | 'imbalance' | 'few-visitors' | 'not-over')[];
}

export interface SiteSummary {
  id: string;
  name: string;
  timeZone: TimeZone;
  /** Local hour at which the business day begins. */
  dayStartHour: number;
  /** `null`: not set, every hour counts as open. */
  openingHours: OpeningHours | null;
  /** Today's counts in opening hours and outside of them; `null` while no hours are set. */
  todayByHours: { open: Counts; closed: Counts } | null;
  /** The calendar day that `today` speaks of, local `YYYY-MM-DD`. */
  date: string;
  today: Counts;
  occupancy: Occupancy;
}
