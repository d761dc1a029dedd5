import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { HistoryParams } from '#shared/contract';
import type { Granularity } from '#shared/domain';
import { addDays } from '../../format/calendar';
import {
  possibleGranularities,
  presetOf,
  presetRange,
  stepRange,
  usualGranularity,
  type DateRange,
  type Preset,
} from './ranges';

export type HoursChoice = HistoryParams['hours'];

export interface HistoryFilter {
  preset: Ref<Preset>;
  /** The owner's own dates, both inclusive; `''` while a date input is incomplete. */
  customFrom: Ref<string>;
  customTo: Ref<string>;
  by: Ref<Granularity>;
  /** Serial, or `''` for all cameras. */
  camera: Ref<string>;
  hours: Ref<HoursChoice>;
  /** `null` while the dates make no range. */
  range: ComputedRef<DateRange | null>;
  possibleBy: ComputedRef<Granularity[]>;
  /** The ranges that the arrows lead to; `null` where there is none. */
  earlier: ComputedRef<DateRange | null>;
  later: ComputedRef<DateRange | null>;
  show(range: DateRange): void;
}

/** @param today the site's current local date */
export function useHistoryFilter(today: () => string): HistoryFilter {
  const preset = ref<Preset>('today');
  const customFrom = ref(addDays(today(), -29));
  const customTo = ref(today());
  const by = ref<Granularity>('hour');
  const camera = ref('');
  const hours = ref<HoursChoice>('all');

  const range = computed<DateRange | null>(() => {
    if (preset.value !== 'custom') return presetRange(preset.value, today());
    if (customFrom.value === '' || customTo.value === '' || customFrom.value > customTo.value) return null;
    return { from: customFrom.value, to: addDays(customTo.value, 1) };
  });
  watch(range, (next, previous) => {
    if (!next || (next.from === previous?.from && next.to === previous.to)) return;
    by.value = usualGranularity(next);
  });

  const step = (direction: -1 | 1) =>
    computed(() => (range.value ? stepRange(range.value, direction, today()) : null));

  return {
    preset,
    customFrom,
    customTo,
    by,
    camera,
    hours,
    range,
    possibleBy: computed(() => (range.value ? possibleGranularities(range.value) : [])),
    earlier: step(-1),
    later: step(1),
    show(next) {
      preset.value = presetOf(next, today());
      if (preset.value !== 'custom') return;
      customFrom.value = next.from;
      customTo.value = addDays(next.to, -1);
    },
  };
}
