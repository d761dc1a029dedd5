import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { addDays } from '../../format/calendar';
import { presetOf, presetRange, stepRange, type DateRange, type Preset } from './ranges';

/** Which days a screen is about. */
export interface RangeChoice {
  preset: Ref<Preset>;
  /** The owner's own dates, both inclusive; `''` while a date input is incomplete. */
  customFrom: Ref<string>;
  customTo: Ref<string>;
  /** `null` while the dates make no range. */
  range: ComputedRef<DateRange | null>;
  /** The ranges that the arrows lead to; `null` where there is none. */
  earlier: ComputedRef<DateRange | null>;
  later: ComputedRef<DateRange | null>;
  show(range: DateRange): void;
}

/** @param today the site's current local date */
export function useRange(today: () => string, first: Preset): RangeChoice {
  const preset = ref<Preset>(first);
  const customFrom = ref(addDays(today(), -29));
  const customTo = ref(today());

  const range = computed<DateRange | null>(() => {
    if (preset.value !== 'custom') return presetRange(preset.value, today());
    if (customFrom.value === '' || customTo.value === '' || customFrom.value > customTo.value) return null;
    return { from: customFrom.value, to: addDays(customTo.value, 1) };
  });
  const step = (direction: -1 | 1) =>
    computed(() => (range.value ? stepRange(range.value, direction, today()) : null));

  return {
    preset,
    customFrom,
    customTo,
    range,
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
