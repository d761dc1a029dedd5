import { Random } from './random';

const minuteMs = 60_000;

/** What goes wrong with one camera. Stretches of time are simulated time. */
export interface Faults {
  /** The clock is off by this much for good, whatever the receiver says. */
  driftMs: number;
  /** Once in real time the clock jumps by this much, and is set right only at the {@link heedsHeartbeat}-th reply. */
  jumpMs: number;
  heedsHeartbeat: number;
  /** From one outage's end to the next one's begin; Infinity: never. */
  nextOutageInMs(): number;
  outageLengthMs(): number;
  /** How long a new report is held back, so that others overtake it. Mostly 0. */
  holdMs(): number;
  /** After how long an acknowledged report is sent again; undefined: it is not. */
  sendAgainInMs(): number | undefined;
  /** A body no receiver can use, to be sent beside a good one; undefined: none. It never is a report by accident. */
  malformedBody(goodBody: string, sn: string): string | undefined;
}

export const noFaults: Faults = {
  driftMs: 0,
  jumpMs: 0,
  heedsHeartbeat: 1,
  nextOutageInMs: () => Infinity,
  outageLengthMs: () => 0,
  holdMs: () => 0,
  sendAgainInMs: () => undefined,
  malformedBody: () => undefined,
};

/**
 * Faults of one camera of a fleet. One camera has a drifting clock, and of several another one has a
 * clock that jumps by an hour; the other faults happen to all.
 */
export function seededFaults(seed: number, camera: number, cameras: number): Faults {
  const fleet = new Random(seed, 'clocks');
  const drifting = fleet.int(0, cameras - 1);
  const jumping = cameras > 1 ? (drifting + fleet.int(1, cameras - 1)) % cameras : undefined;
  const sign = fleet.chance(0.5) ? 1 : -1;
  const random = new Random(seed, 'faults', camera);
  return {
    driftMs: camera === drifting ? sign * fleet.int(2, 8) * minuteMs : 0,
    jumpMs: camera === jumping ? sign * 60 * minuteMs : 0,
    heedsHeartbeat: camera === jumping ? 4 : 1,
    nextOutageInMs: () => random.between(30, 90) * minuteMs,
    outageLengthMs: () => random.between(5, 20) * minuteMs,
    holdMs: () => (random.chance(0.05) ? random.between(0.5, 3) * minuteMs : 0),
    sendAgainInMs: () => {
      if (random.chance(0.05)) return 0;
      return random.chance(0.04) ? random.between(1, 6) * minuteMs : undefined;
    },
    malformedBody: (goodBody, sn) => (random.chance(0.03) ? spoilt(random, goodBody, sn) : undefined),
  };
}

function spoilt(random: Random, goodBody: string, sn: string): string {
  const bodies = [
    '',
    'hello',
    '[]',
    // Cut off within the object, so that it is no JSON.
    goodBody.slice(0, random.int(1, Math.max(1, goodBody.length - 2))),
    JSON.stringify({ sn: { number: sn }, startTime: 'noon', endTime: null, in: 'three' }),
    JSON.stringify({ sn, len: '2', data: 'soon' }),
    goodBody.replace(/"sn":"[^"]*"/, '"sn":""'),
  ];
  return bodies[random.int(0, bodies.length - 1)] ?? '';
}
