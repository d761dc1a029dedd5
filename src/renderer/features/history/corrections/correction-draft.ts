import { Temporal } from 'temporal-polyfill';
import type { MethodParams } from '#shared/contract';
import { directions, type Direction, type TimeZone } from '#shared/domain';
import { addDays } from '../../../format/calendar';

/** What stands in the fields of the dialog. */
export interface CorrectionDraft {
  camera: string;
  /** Local date; `''` while it is incomplete. */
  date: string;
  isPart: boolean;
  /** Local times `HH:MM`; an end at midnight is that of the day. */
  from: string;
  to: string;
  /** As typed; empty: as it was counted. */
  figures: Record<Direction, string>;
  why: string;
}

export type DraftProblem = 'date' | 'times' | 'number' | 'no-figure' | 'no-reason';

const mostPeople = 1_000_000;

export function emptyDraft(camera: string, date: string): CorrectionDraft {
  const figures = { in: '', out: '', passby: '', turnback: '' };
  return { camera, date, isPart: false, from: '10:00', to: '12:00', figures, why: '' };
}

/** The window that the draft is about; `null` while it is incomplete, or ends before it begins. */
export function windowOf(draft: CorrectionDraft, zone: TimeZone): { from: string; to: string } | null {
  if (draft.date === '') return null;
  if (!draft.isPart) return { from: draft.date, to: addDays(draft.date, 1) };
  if (draft.from === '' || draft.to === '') return null;
  const endDate = draft.to === '00:00' ? addDays(draft.date, 1) : draft.date;
  const from = instant(draft.date, draft.from, zone);
  const to = instant(endDate, draft.to, zone);
  return from < to ? { from, to } : null;
}

/** What is asked of Foyer, or what is wrong with the fields. */
export function readDraft(
  draft: CorrectionDraft,
  zone: TimeZone,
): { ok: true; params: MethodParams<'corrections.put'> } | { ok: false; problem: DraftProblem } {
  const window = windowOf(draft, zone);
  if (!window) return { ok: false, problem: draft.date === '' ? 'date' : 'times' };
  const figures: Partial<Record<Direction, number>> = {};
  for (const name of directions) {
    const typed = draft.figures[name].trim();
    if (typed === '') continue;
    if (!isCount(typed)) return { ok: false, problem: 'number' };
    figures[name] = Number(typed);
  }
  if (Object.keys(figures).length === 0) return { ok: false, problem: 'no-figure' };
  if (draft.why.trim() === '') return { ok: false, problem: 'no-reason' };
  return { ok: true, params: { camera: draft.camera, ...window, ...figures, why: draft.why } };
}

export function isCount(typed: string): boolean {
  return /^\d{1,7}$/.test(typed) && Number(typed) <= mostPeople;
}

/** UTC to the second. A time that the clocks skip means the first one after it. */
function instant(date: string, time: string, timeZone: TimeZone): string {
  const plainTime = Temporal.PlainTime.from(time);
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).toInstant().toString();
}
