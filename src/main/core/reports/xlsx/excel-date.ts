import { offsetMs, offsetText } from '../../time/zone';
import type { EpochMs } from '../../types';

const DAY_MS = 24 * 60 * 60_000;
/** 1970-01-01 in days since 1899-12-30. */
const EPOCH_DAYS = 25_569;

/** Writes instants as Excel does: local time, in days. */
export class ExcelDates {
  constructor(private readonly timeZone: string) {}

  of(at: EpochMs): number {
    return (at + offsetMs(this.timeZone, at)) / DAY_MS + EPOCH_DAYS;
  }

  offset(at: EpochMs): string {
    return offsetText(offsetMs(this.timeZone, at));
  }
}
