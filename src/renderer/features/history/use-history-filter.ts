import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { HistoryParams } from '#shared/contract';
import type { Granularity } from '#shared/domain';
import { possibleGranularities, usualGranularity } from './ranges';
import { useRange, type RangeChoice } from './use-range';

export type HoursChoice = HistoryParams['hours'];

export interface HistoryFilter extends RangeChoice {
  by: Ref<Granularity>;
  /** Serial, or `''` for all cameras. */
  camera: Ref<string>;
  hours: Ref<HoursChoice>;
  possibleBy: ComputedRef<Granularity[]>;
}

/** @param today the site's current local date */
export function useHistoryFilter(today: () => string): HistoryFilter {
  const days = useRange(today, 'today');
  const { range } = days;
  const by = ref<Granularity>('hour');
  const camera = ref('');
  const hours = ref<HoursChoice>('all');
  watch(range, (next, previous) => {
    if (!next || (next.from === previous?.from && next.to === previous.to)) return;
    by.value = usualGranularity(next);
  });

  return {
    ...days,
    by,
    camera,
    hours,
    possibleBy: computed(() => (range.value ? possibleGranularities(range.value) : [])),
  };
}
