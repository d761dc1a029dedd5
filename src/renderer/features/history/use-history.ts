import { computed, ref, type ComputedRef, type Ref } from 'vue';
import type { History, HistoryRow, SiteSummary } from '#shared/domain';
import type { Span } from '../../charts/steps';
import { asCounted } from '../../figures/corrections';
import { doorRows } from '../../figures/doors';
import { sumByPeriod, type PeriodSum } from '../../figures/period-sums';
import { useLive } from '../../state/context';
import { useEdits } from '../../state/use-edits';
import { useQuery, type Query } from '../../state/use-query';
import type { HistoryFilter } from './use-history-filter';

export interface FilteredHistory extends Pick<Query<History>, 'data' | 'error' | 'reload'> {
  /** Rows of all doors, or of the chosen camera. */
  rows: ComputedRef<readonly HistoryRow[]>;
  /** The rows, all cameras of a period together. */
  periods: ComputedRef<PeriodSum[]>;
  /** Stretches without data. */
  gaps: ComputedRef<Span[]>;
  hasCorrections: ComputedRef<boolean>;
  /** Whether corrected figures are shown, or those that were counted. */
  isCorrected: Ref<boolean>;
}

/** What was counted at a site under a filter. */
export function useHistory(site: () => SiteSummary, filter: HistoryFilter): FilteredHistory {
  const { cameras } = useLive();
  const { data, error, reload } = useQuery(
    'history.query',
    () => {
      const { range, by, camera, hours } = filter;
      if (!range.value) return null;
      return {
        ...range.value,
        by: by.value,
        hours: hours.value,
        site: site().id,
        ...(camera.value ? { cameras: [camera.value] } : {}),
      };
    },
    () => 'history',
  );
  useEdits(['corrections', 'shop'], reload);

  const isCorrected = ref(true);
  const found = computed(() => {
    const all = data.value?.rows ?? [];
    return filter.camera.value ? all : doorRows(all, cameras.value);
  });
  const rows = computed(() => (isCorrected.value ? found.value : asCounted(found.value)));
  const periods = computed(() => sumByPeriod(rows.value));
  return {
    ...{ data, error, reload, rows, periods, isCorrected },
    hasCorrections: computed(() => found.value.some(({ corrected }) => corrected !== null)),
    gaps: computed(() =>
      periods.value
        .filter(({ quality }) => quality === 'missing')
        .map(({ start, end }) => ({ startMs: Date.parse(start), endMs: Date.parse(end) })),
    ),
  };
}
