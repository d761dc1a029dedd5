import { expect } from 'vitest';
import type { HeadlessApp } from './headless';

interface CountsOfReport {
  in: number;
  out: number;
  passby: number;
  turnback: number;
}

export interface TestCamera {
  heartbeat(): Promise<void>;
  /** Reports a window that no earlier report of this camera spoke of; without one, the next free minute back. */
  report(counts: CountsOfReport, window?: { startMs: number; endMs: number }): Promise<void>;
  stay(people: readonly { id: number; height: number; staytime: number }[]): Promise<void>;
}

/** A camera that speaks V1.9 to the app and insists on being understood. */
export function testCamera({ post }: Pick<HeadlessApp, 'post'>, sn: string): TestCamera {
  const minuteMs = 60_000;
  let nextEndMs = Math.floor(Date.now() / minuteMs) * minuteMs;
  const seconds = (ms: number) => Math.floor(ms / 1000);

  async function send(path: string, body: object): Promise<void> {
    expect(await post(`/api/camera/${path}`, { sn, ...body })).toMatchObject({ code: 0, data: { sn } });
  }

  return {
    heartbeat: () => send('heartBeat', { time: seconds(Date.now()) }),
    async report(counts, window) {
      const { startMs, endMs } = window ?? { startMs: nextEndMs - minuteMs, endMs: nextEndMs };
      if (!window) nextEndMs -= minuteMs;
      await send('dataUpload', {
        startTime: seconds(startMs),
        endTime: seconds(endMs),
        time: seconds(endMs),
        ...counts,
        avgStayTime: 2400,
      });
    },
    stay: (people) =>
      send('dataUpload', {
        time: seconds(Date.now()),
        currentStay: people.length,
        info: people.map((person) => ({ ...person, status: 1 })),
      }),
  };
}

/** A zone in which it is about that hour now, so that no test of "today" meets a midnight. */
export function zoneWhereItIs(hour: number, nowMs = Date.now()): string {
  const offset = ((hour - new Date(nowMs).getUTCHours() + 36) % 24) - 12;
  // These names have their sign the wrong way round: Etc/GMT+3 is three hours behind Greenwich.
  return offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${String(Math.abs(offset))}`;
}
