import { computed, inject, provide, ref, watch, type ComputedRef, type InjectionKey, type Ref } from 'vue';
import type {
  CameraSummary,
  Comparison,
  Counts,
  History,
  OccupancyDay,
  SiteSummary,
  UsualDay,
} from '#shared/domain';
import { doorRows, innerCameras } from '../../figures/doors';
import { rangeCoverage } from '../../figures/period-sums';
import type { ChartSlot } from '../../charts/series';
import { addDays } from '../../format/calendar';
import { useLive } from '../../state/context';
import { settled } from '../../state/settled';
import { useThrottle } from '../../state/throttle';
import { useEdits } from '../../state/use-edits';
import { useEvery } from '../../state/use-every';
import { useQuery, type Query } from '../../state/use-query';
import { daySlots } from './day-slots';

/** Whether figures speak of opening hours only. */
export type HoursChoice = 'open' | 'all';

/** What the parts of a site's day have in common, asked once. */
export interface Day {
  site: ComputedRef<SiteSummary>;
  /** What the owner chose; without opening hours always `all`. */
  hours: Ref<HoursChoice>;
  /** Counts under the chosen hours. */
  counts: ComputedRef<Counts>;
  /** One row per camera: the whole day under the chosen hours. */
  totals: Query<History>;
  /** 0–1, of the least recorded door; `null` where nothing is known yet. */
  coverage: ComputedRef<number | null>;
  /** Hour by hour, all hours of the day. */
  hourly: Query<History>;
  /** What a time axis needs of the site. */
  calendar: ComputedRef<Pick<SiteSummary, 'date' | 'timeZone'>>;
  /** Cameras that do not count for the site. */
  inner: ComputedRef<Pick<CameraSummary, 'sn' | 'role'>[]>;
  /** Hours of the day without the night, with what is usual for each. */
  slots: ComputedRef<ChartSlot[]>;
  /** 0–1, of the opening hours; `null` unless figures speak of them. */
  openCoverage: ComputedRef<number | null>;
  usual: Query<UsualDay>;
  lastWeek: Query<Comparison>;
  people: Query<OccupancyDay>;
  peopleYesterday: Query<OccupancyDay>;
}

const dayKey: InjectionKey<Day> = Symbol('day');

const quickMs = 2000;
/** Comparisons only move when a quarter hour is over, or when late reports come. */
const slowMs = 20_000;
const minuteMs = 60_000;
const quarterMs = 15 * 60_000;

export function provideDay(site: () => SiteSummary): Day {
  const { countsRevision, cameras } = useLive();
  const chosen = ref<HoursChoice>('open');
  const hours = computed({
    get: () => (site().todayByHours ? chosen.value : 'all'),
    set: (choice) => (chosen.value = choice),
  });
  const id = () => site().id;
  const date = () => site().date;
  const range = () => ({ site: id(), from: date(), to: addDays(date(), 1) });

  const recall = (name: string) => () => `today.${name}/${id()}`;

  const totals = useQuery(
    'history.query',
    () => ({ ...range(), by: 'day', hours: hours.value }),
    recall('totals'),
  );
  const hourly = useQuery('history.query', () => ({ ...range(), by: 'hour' }), recall('hourly'));
  const usual = useQuery(
    'insights.usualDay',
    () => ({ site: id(), date: date(), hours: hours.value }),
    recall('usual'),
  );
  const lastWeek = useQuery(
    'insights.compare',
    () => ({ ...range(), hours: hours.value }),
    recall('lastWeek'),
  );
  const people = useQuery('sites.occupancyDay', () => ({ id: id() }), recall('people'));
  const peopleYesterday = useQuery(
    'sites.occupancyDay',
    () => ({ id: id(), date: addDays(date(), -1) }),
    recall('yesterday'),
  );

  const quick = useThrottle(
    () => void Promise.all([totals.reload(), hourly.reload(), people.reload()]),
    quickMs,
  );
  const slow = useThrottle(() => void Promise.all([usual.reload(), lastWeek.reload()]), slowMs);
  watch(countsRevision, () => {
    quick();
    slow();
  });
  // What is missing grows also, and above all, while nothing is heard.
  useEvery(minuteMs, quick);
  useEvery(quarterMs, slow);
  useEdits(['corrections', 'shop'], () => {
    quick();
    slow();
    void peopleYesterday.reload();
  });
  // A number set by hand is no count, yet it changes who is inside.
  watch(() => site().occupancy.counted, quick);

  // Every event brings new summaries; the chart is drawn anew only for what it shows.
  const calendar = settled(() => ({ date: site().date, timeZone: site().timeZone }));
  const inner = settled(() => innerCameras(cameras.value));
  const slots = settled(() => daySlots(calendar.value, hourly.data.value, inner.value, usual.data.value));
  const coverage = computed(() => rangeCoverage(doorRows(totals.data.value?.rows ?? [], cameras.value)));
  const day: Day = {
    site: computed(site),
    hours,
    counts: computed(() => (hours.value === 'open' ? site().todayByHours?.open : null) ?? site().today),
    totals,
    hourly,
    slots,
    calendar,
    inner,
    coverage,
    openCoverage: computed(() => (hours.value === 'open' ? coverage.value : null)),
    usual,
    lastWeek,
    people,
    peopleYesterday,
  };
  provide(dayKey, day);
  return day;
}

export function useDay(): Day {
  const day = inject(dayKey);
  if (!day) throw new Error('No day was provided above this component');
  return day;
}
