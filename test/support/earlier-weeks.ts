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
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  for (let weeksAgo = 1; weeksAgo <= weeks; weeksAgo++) {
    const dayStartMs = midnightMs - weeksAgo * 7 * dayMs;
    await Promise.all(
      hours.map((hour) => {
        const entered = visitors(hour, weeksAgo);
        const startMs = dayStartMs + hour * hourMs;
        const counts = { in: entered, out: entered, passby: entered * 3, turnback: 0 };
        return camera.report(counts, { startMs, endMs: startMs + hourMs });
      }),
    );
  }
}
