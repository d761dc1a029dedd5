import { countAddReports, withoutResends } from './add-mode';
import { MINUTE, QUARTER, share, spread, touched } from './arithmetic';
import { readLog } from './camera-log';
import { additionsOf, settleItems } from './history-mode';
import { countSteps } from './total-mode';
import {
  directionNames,
  figureNames,
  type FigureName,
  type Figures,
  type Happening,
  type QuarterAnswer,
  type Span,
} from './types';

/**
 * The figures of one camera by docs/COUNTING.md, computed from everything that happened to it.
 * @param happenings in order of arrival
 * @returns quarter number (UTC ms ÷ 15 min) → figures; quarters without data or presence are left out
 */
export function askOracle(happenings: readonly Happening[]): Map<number, QuarterAnswer> {
  const log = readLog(happenings);
  const addReports = log.reports.filter((report) => report.mode === 'Add');
  const steps = countSteps(log.reports);
  const live = [...countAddReports(addReports), ...steps];
  const liveMinutes = new Set(log.heardMinutes);
  for (const window of [...withoutResends(addReports), ...steps]) {
    for (const minute of touched(window, MINUTE)) liveMinutes.add(minute);
  }
  const items = settleItems(log.items);
  const all = [...live, ...additionsOf(items, live, liveMinutes)];

  const covered = new Set(liveMinutes);
  for (const item of items) for (const minute of touched(item, MINUTE)) covered.add(minute);
  const minutesPerQuarter = new Map<number, number>();
  for (const minute of covered) add(minutesPerQuarter, Math.floor((minute * MINUTE) / QUARTER), 1);

  const sums = new Map<number, Figures>();
  for (const { figures, ...window } of all) {
    for (const name of figureNames) {
      const count = figures[name];
      if (count === undefined) continue;
      const parts = name.startsWith('stay') ? spreadStay(figures, window, name) : spread(count, window);
      for (const [quarter, part] of parts) {
        const sum = sums.get(quarter) ?? {};
        sum[name] = (sum[name] ?? 0) + part;
        sums.set(quarter, sum);
      }
    }
  }
  const quarters = new Set([...minutesPerQuarter.keys(), ...sums.keys()]);
  return new Map(
    [...quarters]
      .sort((a, b) => a - b)
      .map((quarter) => [quarter, answer(sums.get(quarter) ?? {}, minutesPerQuarter.get(quarter) ?? 0)]),
  );
}

/** The people of an average are where they are counted, and their time is with them. */
function spreadStay(figures: Figures, window: Span, name: FigureName): Map<number, number> {
  const people = new Map<number, number>();
  for (const name of directionNames) {
    for (const [quarter, part] of spread(figures[name] ?? 0, window)) add(people, quarter, part);
  }
  if (name === 'stayPeople') return people;
  if (figures.stayMs === undefined || figures.stayPeople === 0) return new Map();
  const parts = share(figures.stayMs, [...people.values()]);
  return new Map([...people.keys()].map((quarter, index) => [quarter, parts[index] ?? 0]));
}

function answer(figures: Figures, coveredMinutes: number): QuarterAnswer {
  // The camera was there and told of nobody: nobody came. Where it told something, the rest is unknown.
  const isSilent = coveredMinutes > 0 && directionNames.every((name) => figures[name] === undefined);
  const ifSilent = isSilent ? 0 : null;
  const { stayMs, stayPeople } = figures;
  return {
    in: figures.in ?? ifSilent,
    out: figures.out ?? ifSilent,
    passby: figures.passby ?? ifSilent,
    turnback: figures.turnback ?? ifSilent,
    inAdult: figures.inAdult ?? null,
    inChild: figures.inChild ?? null,
    inStaff: figures.inStaff ?? null,
    avgStaySeconds:
      stayMs !== undefined && stayPeople !== undefined && stayPeople > 0
        ? Math.round(stayMs / stayPeople / 100) / 10
        : null,
    coveredMinutes,
  };
}

function add(map: Map<number, number>, key: number, value: number): void {
  map.set(key, (map.get(key) ?? 0) + value);
}
