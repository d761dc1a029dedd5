import { computed, type ComputedRef } from 'vue';
import type { ApiError, PrintRequest } from '#shared/contract';
import type { Comparison, Counts, DayNote, HistoryRow, SiteSummary, TillPeriod } from '#shared/domain';
import { unknownCounts } from '#shared/metrics';
import { doorRows } from '../../figures/doors';
import { rangeCoverage, sumByPeriod, sumRows } from '../../figures/period-sums';
import { useLive } from '../../state/context';
import { useQuery } from '../../state/use-query';
import { partnerRange } from './print-range';
import { gapsOf, sheetCoverage, sheetRows, split, type Gap, type SheetRow } from './sheet-rows';

/** Everything that is printed on one page, as one piece of data of one moment. */
export interface Sheet {
  site: SiteSummary;
  request: PrintRequest;
  by: 'hour' | 'day';
  /** Figures are of opening hours only, where there are any. */
  isOnlyOpen: boolean;
  rows: SheetRow[];
  totals: Counts & { avgStaySeconds: number | null };
  splits: ReturnType<typeof split>;
  /** Visitors outside opening hours; `null` where none are set. */
  outside: number | null;
  coverage: number | null;
  gaps: Gap[];
  comparison: Comparison | null;
  notes: readonly DayNote[];
  doors: string[];
  hasInnerCameras: boolean;
  till: TillPeriod | null;
  isEdited: boolean;
  madeAtMs: number;
}

export interface SheetQuery {
  /** `null` until everything that belongs on the page is known. */
  sheet: ComputedRef<Sheet | null>;
  error: ComputedRef<ApiError | null>;
}

/** Asks for all that a page needs. It is a picture of the moment: it does not follow what is counted after. */
export function useSheet(request: PrintRequest): SheetQuery {
  const { sites, cameras, isLoaded } = useLive();
  const { site: id, from, to, kind } = request;
  const madeAtMs = Date.now();
  const by = kind === 'day' ? 'hour' : 'day';
  const site = computed(() => sites.value.find((each) => each.id === id));
  const isOnlyOpen = computed(() => site.value?.openingHours !== null);
  const hours = () => (isOnlyOpen.value ? 'open' : 'all');
  const range = { site: id, from, to };
  const partner = partnerRange(request);
  const known = <T>(params: () => T) => (isLoaded.value && site.value ? params() : null);

  const counted = useQuery('history.query', () => known(() => ({ ...range, by, hours: hours() })));
  const earlier = useQuery('history.query', () =>
    known(() => ({ site: id, ...partner, by, hours: hours() })),
  );
  const closed = useQuery('history.query', () =>
    known(() => (isOnlyOpen.value ? { ...range, by: 'day', hours: 'closed' } : null)),
  );
  const compared = useQuery('insights.compare', () =>
    known(() => ({ ...range, with: 'before', hours: hours() })),
  );
  const notes = useQuery('notes.list', () => known(() => range));
  const till = useQuery('reports.till', () => known(() => ({ ...range, by: 'day', hours: hours() })));

  const queries = computed(() => [counted, earlier, compared, notes, ...(isOnlyOpen.value ? [closed] : [])]);
  // A page without the till is still worth printing.
  const isTillKnown = computed(() => till.data.value !== null || till.error.value !== null);
  const doorsOf = (rows: readonly HistoryRow[] | undefined) => doorRows(rows ?? [], cameras.value);

  const sheet = computed<Sheet | null>(() => {
    if (!site.value || !isTillKnown.value || queries.value.some(({ data }) => data.value === null))
      return null;
    const rows = doorsOf(counted.data.value?.rows);
    const ofSite = cameras.value.filter((camera) => camera.site === id);
    const shown = sheetRows({
      from,
      to,
      partnerFrom: partner.from,
      partnerTo: partner.to,
      by,
      zone: site.value.timeZone,
      nowMs: madeAtMs,
      sums: sumByPeriod(rows),
      partner: sumByPeriod(doorsOf(earlier.data.value?.rows)),
      openingHours: site.value.openingHours,
    });
    return {
      site: site.value,
      request,
      by,
      isOnlyOpen: isOnlyOpen.value,
      rows: shown,
      totals: { ...unknownCounts, avgStaySeconds: null, ...sumRows(rows) },
      splits: split(rows),
      outside: isOnlyOpen.value ? (sumRows(doorsOf(closed.data.value?.rows))?.in ?? null) : null,
      coverage: sheetCoverage(shown, rangeCoverage(rows)),
      gaps: gapsOf(shown),
      comparison: compared.data.value,
      notes: notes.data.value ?? [],
      doors: ofSite.filter(({ role }) => role !== 'inner').map(({ sn, name }) => name || sn),
      hasInnerCameras: ofSite.some(({ role }) => role === 'inner'),
      till: till.data.value?.total ?? null,
      isEdited: rows.some(({ quality }) => quality === 'edited'),
      madeAtMs,
    };
  });
  return {
    sheet,
    error: computed(() => queries.value.find(({ error }) => error.value)?.error.value ?? null),
  };
}
