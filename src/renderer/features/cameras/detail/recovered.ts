import type { QualityRecord } from '#shared/domain';

/** What became of a stretch that the camera was asked for. */
export interface RequestOutcome {
  id: number;
  isRecovered: boolean;
  start: string;
  end: string;
  seconds: number;
}

/** Rules whose records carry the stretch they speak of, as `start/end`. */
export const outcomeRules = ['gap-recovered', 'gap-not-recovered'] as const;

/** @param records in any order of rules; others are passed over */
export function requestOutcomes(records: readonly QualityRecord[]): RequestOutcome[] {
  return records.flatMap(({ id, rule, field }) => {
    const [start = '', end = ''] = (field ?? '').split('/');
    const seconds = (Date.parse(end) - Date.parse(start)) / 1000;
    if (!outcomeRules.some((known) => known === rule) || Number.isNaN(seconds)) return [];
    return [{ id, isRecovered: rule === 'gap-recovered', start, end, seconds }];
  });
}
