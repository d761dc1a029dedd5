import type { Counts, Instant } from './words';

/**
 * A range held against an earlier one of the same weekdays. Only quarter hours that are over and that both
 * sides recorded are counted, on both sides.
 */
export interface Comparison {
  from: Instant;
  to: Instant;
  partnerFrom: Instant;
  partnerTo: Instant;
  now: Counts;
  before: Counts;
  /** Hours that were compared, and hours that one side did not record; multiples of a quarter. */
  comparedHours: number;
  leftOutHours: number;
  /** Corrections of the owner's are in the counts of either side. */
  isEdited: boolean;
}

/** Median and the range of the middle four fifths. */
export interface Spread {
  low: number;
  median: number;
  high: number;
}

/** What a day like this usually brings: the last eight of its weekday that were recorded well. */
export interface UsualDay {
  date: string;
  /** Days that went into it; below three nothing is called usual and `hours` is empty. */
  days: number;
  /** Visitors per local hour, and up to its end. */
  hours: { hour: number; visitors: Spread; soFar: Spread }[];
  /** Visitors until the last whole quarter hour of now, if the day is today. */
  soFar: Spread | null;
}

/** Mean visitors of an hour of the week over the days on which that hour was recorded. */
export interface WeekMapCell {
  /** 1 is Monday. */
  weekday: number;
  hour: number;
  /** `null`: never recorded. */
  mean: number | null;
  days: number;
}

/** Something worth remembering about a day: a sale, a street fair, a broken door. */
export interface DayNote {
  site: string;
  /** Local date. */
  date: string;
  text: string;
}
