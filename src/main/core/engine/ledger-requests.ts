import type { ParsedParams } from '#shared/contract';
import type { Correction, Schedule, TillBook, TillDay, TillReport } from '#shared/domain';
import type { NotedFile } from '../ingest/schedule-store';
import type { State } from '../ingest/state';
import type { QueryContext } from '../queries/context';
import { queryCorrections } from '../queries/corrections';
import { tillReport } from '../queries/till-report';
import { completeFiles, nextComplete, type DueFile } from '../reports/schedule/periods';
import { toInstant } from '../time/zone';
import type { EpochMs } from '../types';

/** Questions about what the owner adds: parameters, and what comes back. `null`: there is no such site. */
export interface LedgerRequests {
  'till.list': [ParsedParams<'till.list'>, TillBook | null];
  'till.day': [{ site: string; date: string }, TillDay | null];
  'reports.till': [ParsedParams<'reports.till'>, TillReport | null];
  'corrections.list': [ParsedParams<'corrections.list'>, Correction[]];
  'schedule.get': [Record<string, never>, { schedule: Schedule; nextAt: string | null }];
  /** Files that should be there and are not noted. @param withNewest see {@link completeFiles} */
  'schedule.due': [
    { withNewest: boolean },
    { schedule: Schedule; files: DueFile[]; forgetAfter: EpochMs | null; nextAt: EpochMs | null },
  ];
  'schedule.noted': [{ limit: number }, (NotedFile & { at: EpochMs })[]];
}

type Handlers = {
  [N in keyof LedgerRequests]: (params: LedgerRequests[N][0], now: EpochMs) => LedgerRequests[N][1];
};

/** Clocks are set back by a little all the time. */
const CLOCK_TOLERANCE_MS = 36 * 3_600_000;

export function ledgerHandlers(state: State): Handlers {
  const at = (now: EpochMs): QueryContext => ({ state, now });
  const due = (now: EpochMs, withNewest: boolean) =>
    completeFiles(state.schedule.get(), state.sites.all(), now, withNewest).filter(
      (file) => !state.schedule.isNoted(file),
    );
  return {
    'till.list': ({ site, from, to }) =>
      state.sites.find(site)
        ? { site, currency: state.till.currencyOf(site), days: state.till.between(site, from, to) }
        : null,
    'till.day': ({ site, date }) => {
      const entry = state.till.find(site, date) ?? { transactions: null, takings: null, currency: null };
      return state.sites.find(site) ? { site, date, ...entry } : null;
    },
    'reports.till': ({ site: id, ...params }, now) => {
      const site = state.sites.find(id);
      return site ? tillReport(at(now), site, params) : null;
    },
    'corrections.list': (params, now) => queryCorrections(at(now), params),
    'schedule.get': (_params, now) => {
      const stored = state.schedule.get();
      const next = due(now, false).length > 0 ? null : nextComplete(stored, state.sites.all(), now);
      const nextAt = next === null ? null : toInstant(state.sites.first().timeZone, next);
      return { schedule: stored.schedule, nextAt };
    },
    'schedule.due': ({ withNewest }, now) => ({
      schedule: state.schedule.get().schedule,
      files: due(now, withNewest),
      nextAt: nextComplete(state.schedule.get(), state.sites.all(), now),
      // Noted by a clock that was ahead: such periods have not been yet.
      forgetAfter: state.schedule.isNotedAfter(now + CLOCK_TOLERANCE_MS) ? now + CLOCK_TOLERANCE_MS : null,
    }),
    'schedule.noted': ({ limit }) => state.schedule.newest(limit),
  };
}
