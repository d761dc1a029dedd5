import type { HeadlessApp } from './headless';
import { testCamera } from './test-camera';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface EarlierWeeks {
  sn: string;
  weeks: number;
  /** Local midnight of today. */
  midnightMs: number;
  /** Visitors in an hour of the day so many weeks ago. */
  visitors(hour: number, weeksAgo: number): number;
}

/** The same weekday of earlier weeks, recorded hour by hour without a hole: what makes a day usual. */
export async function recordEarlierWeeks(
  app: HeadlessApp,
  { sn, weeks, midnightMs, visitors }: EarlierWeeks,
): Promise<void> {
  const camera = testCamera(app, sn);
  for (let weeksAgo = 1; weeksAgo <= weeks; weeksAgo++) {
    for (let hour = 0; hour < 24; hour++) {
      const startMs = midnightMs - weeksAgo * 7 * dayMs + hour * hourMs;
      const entered = visitors(hour, weeksAgo);
      await camera.report(
        { in: entered, out: entered, passby: entered * 3, turnback: 0 },
        { startMs, endMs: startMs + hourMs },
      );
    }
  }
}
