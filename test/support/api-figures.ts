import type {
  CameraSummary,
  Comparison,
  Counts,
  History,
  HistoryRow,
  OccupancyDay,
  SiteSummary,
  TillReport,
} from '#shared/domain';
import type { HeadlessApp } from './headless';
import { rpc } from './rpc';

export const directions = ['in', 'out', 'passby', 'turnback'] as const;
export type Figures = Map<string, number | null>;

export interface Range {
  /** Local dates; `to` exclusive. */
  from: string;
  to: string;
}

/** Nothing is known of nothing; else what is known, added up. */
export function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((whole, value) => whole + value, 0);
}

export function sumOf(rows: readonly HistoryRow[]): Counts {
  const of = (name: keyof Counts) => sum(rows.map((row) => (row.corrected ?? row)[name]));
  return { in: of('in'), out: of('out'), passby: of('passby'), turnback: of('turnback') };
}

/** Part of the whole that it and another make. */
export function share(part: number | null, other: number | null): number | null {
  return part === null || other === null || part + other === 0 ? null : part / (part + other);
}

/** Of each camera what is covered of the time from its first row to its last; of these the least. */
export function coverageOf(rows: readonly HistoryRow[]): number | null {
  const lengthOf = ({ start, end }: HistoryRow) => Date.parse(end) - Date.parse(start);
  const means = [...new Set(rows.map(({ camera }) => camera))].map((sn) => {
    const own = rows.filter(({ camera }) => camera === sn);
    const covered = own.reduce((whole, row) => whole + row.coverage * lengthOf(row), 0);
    const ends = own.flatMap(({ start, end }) => [Date.parse(start), Date.parse(end)]);
    return covered / (Math.max(...ends) - Math.min(...ends));
  });
  return means.length === 0 ? null : Math.min(...means);
}

/**
 * What the API answers to the questions of the screens, by the name that each figure has on its page. Worked out
 * here from the formulas as documented, with nothing of the app's own.
 */
export async function apiFigures(app: HeadlessApp, today: Range, shown: Range): Promise<Figures> {
  const get = async <T>(path: string) => (await (await app.api(path)).json()) as T;
  const [site] = await get<SiteSummary[]>('/sites');
  if (!site) throw new Error('There is no site');
  const cameras = await get<CameraSummary[]>('/cameras');
  const history = ({ from, to }: Range, by: string) =>
    get<History>(`/history?from=${from}&to=${to}&by=${by}`);
  const dayCount = (Date.parse(shown.to) - Date.parse(shown.from)) / 86_400_000;
  const { rows } = await history(shown, dayCount > 1 ? 'day' : 'hour');
  const { rows: daysOfToday } = await history(today, 'day');
  const inside = await rpc<OccupancyDay>(app, 'sites.occupancyDay', { id: site.id, date: shown.from });
  const till = await rpc<TillReport>(app, 'reports.till', { site: site.id, ...shown });
  const compared = await rpc<Comparison>(app, 'insights.compare', { site: site.id, ...shown });

  const named = (prefix: string, counts: Counts) =>
    directions.map((name) => [`${prefix}${name}`, counts[name]] as const);
  const total = sumOf(rows);
  return new Map<string, number | null>([
    ...named('site-', site.today),
    ['site-turn-in-rate', share(site.today.in, site.today.passby)],
    ['site-coverage', coverageOf(daysOfToday)],
    ['site-inside', site.occupancy.counted],
    ...named('tv-', site.today),
    ['tv-inside', site.occupancy.counted],
    ...named('history-total-', total),
    ['history-turn-in-rate', share(total.in, total.passby)],
    ['history-turn-back-rate', share(total.turnback, total.in)],
    ['history-coverage', coverageOf(rows)],
    ['history-conversion', till.total?.conversion?.rate ?? null],
    ['history-value', till.total?.valuePerVisitor?.rate ?? null],
    ['inside-max', inside.max?.inside ?? null],
    ...named('compare-now-', compared.now),
    ...named('compare-before-', compared.before),
    ['compare-now-turn-in-rate', share(compared.now.in, compared.now.passby)],
    ['compare-before-turn-in-rate', share(compared.before.in, compared.before.passby)],
    ...cameras.flatMap(({ sn, today: counts, stay }) => [
      ...named(`camera-${sn}-`, counts),
      [`camera-${sn}-stay`, stay.current] as const,
    ]),
  ]);
}
