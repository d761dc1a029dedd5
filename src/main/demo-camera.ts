import { runFleet, type FleetHandle } from '../simulator/fleet';
import type { DemoCamera } from './core/types';

/** Some hours of an invented shop pass within minutes, then it goes on in real time. */
const SPEED = 60;
const BEGINS_MS_AGO = 3 * 3_600_000;

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
        // Whoever tries it at night wants to see people too.
        hours: { opensMinute: 0, closesMinute: 24 * 60 },
      });
      return true;
    },
    stop: async () => {
      const handle = running;
      running = null;
      await handle?.stop();
    },
  };
}
