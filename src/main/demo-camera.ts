import { runFleet, type FleetHandle } from '../simulator/fleet';
import type { DemoCamera } from './core/types';

/** Some hours of an invented shop pass within minutes, then it goes on in real time. */
const SPEED = 60;
const BEGINS_MS_AGO = 3 * 3_600_000;
const BUSY_HOUR = 18;
const SATURDAY = 6;

/** The demo camera: the simulator, inside the app, posting to the camera port like any other camera. */
export function demoCamera(cameraUrl: () => string | null, now: () => number): DemoCamera {
  let running: FleetHandle | null = null;
  return {
    isRunning: () => running !== null,
    start: (sn) => {
      const url = cameraUrl();
      if (url === null) return false;
      running ??= runFleet({
        url,
        cameras: 1,
        serials: [sn],
        seed: Math.floor(now() / 60_000),
        speed: SPEED,
        fromMs: now() - BEGINS_MS_AGO,
        // Whoever tries it on a Sunday night wants to see people too: there it is Saturday towards the evening.
        timeZone: zoneWhereItIs(BUSY_HOUR, now()),
        likeWeekday: SATURDAY,
        hours: { opensMinute: 0, closesMinute: 24 * 60 },
      });
      return true;
    },
    stop: async () => {
      // Running until then: one that was started meanwhile would be taken away with it.
      await running?.stop();
      running = null;
    },
  };
}

/** A zone whose clocks show that hour now. Its names have their sign the wrong way round: Etc/GMT+3 is behind Greenwich. */
function zoneWhereItIs(hour: number, nowMs: number): string {
  const ahead = ((hour - new Date(nowMs).getUTCHours() + 36) % 24) - 12;
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${String(Math.abs(ahead))}`;
}
