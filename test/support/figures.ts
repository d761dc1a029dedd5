import type { CameraSummary, Counts, History } from '#shared/domain';
import type { HeadlessApp } from './headless';

export type Whole = Record<keyof Counts, number>;

/** Figures of the API, to be held against what a simulated fleet says it sent. */
export async function camerasToday(app: HeadlessApp): Promise<Map<string, Whole>> {
  const cameras = (await (await app.api('/cameras')).json()) as CameraSummary[];
  return new Map(cameras.map((camera) => [camera.sn, wholeOf(camera.today)]));
}

/** Counts per camera over a range, summed from the given granularity. */
export async function historyTotals(app: HeadlessApp, query: string): Promise<Map<string, Whole>> {
  const history = (await (await app.api(`/history?${query}`)).json()) as History;
  const totals = new Map<string, Whole>();
  for (const row of history.rows) totals.set(row.camera, plus(totals.get(row.camera), wholeOf(row)));
  return totals;
}

/** Nothing known is nobody here: the simulator counts what it sent. */
export function wholeOf(counts: Counts): Whole {
  return {
    in: counts.in ?? 0,
    out: counts.out ?? 0,
    passby: counts.passby ?? 0,
    turnback: counts.turnback ?? 0,
  };
}

export function plus(a: Whole | undefined, b: Whole): Whole {
  if (!a) return b;
  return {
    in: a.in + b.in,
    out: a.out + b.out,
    passby: a.passby + b.passby,
    turnback: a.turnback + b.turnback,
  };
}
