/** People in and out of a site in one quarter hour, over all its entrance doors. */
export interface Flow {
  in: number;
  out: number;
}

/** "So many are inside": true when the quarter hour had counted `in` and `out` until then. */
export interface Base {
  /** Position of the quarter hour among the day's flows. */
  position: number;
  /** When it was said, epoch ms. */
  at: number;
  inside: number;
  in: number;
  out: number;
}

export interface Correction {
  position: number;
  /** Epoch ms of what was said by hand; an automatic one is known to the quarter hour only. */
  at: number | null;
  kind: 'automatic' | 'manual';
  before: number;
  after: number;
}

export interface Occupancy {
  /** People inside after each quarter hour. */
  inside: number[];
  corrections: Correction[];
  /** Entries the day is reckoned with; corrected ones may be broken numbers. */
  entered: number;
}

/**
 * People inside over a business day that is still going on. When more have left than came in, the shop was
 * empty at that moment: the base moves there, and later entries count from it.
 *
 * @param bases in ascending order
 */
export function countedOccupancy(flows: readonly Flow[], bases: readonly Base[] = []): Occupancy {
  let now = 0;
  const corrections: Correction[] = [];
  const inside = flows.map((flow, position) => {
    // What the quarter hour had counted when the number was last set.
    let told: Flow = { in: 0, out: 0 };
    for (const base of bases.filter((candidate) => candidate.position === position)) {
      const before = now + (base.in - told.in) - (base.out - told.out);
      corrections.push({ position, at: base.at, kind: 'manual', before, after: base.inside });
      now = base.inside;
      told = base;
    }
    now += flow.in - told.in - (flow.out - told.out);
    if (now < 0) {
      corrections.push({ position, at: null, kind: 'automatic', before: now, after: 0 });
      now = 0;
    }
    return now;
  });
  return { inside, corrections, entered: flows.reduce((sum, flow) => sum + flow.in, 0) };
}

/**
 * The same for a day that is over, corrected for drift. A shop begins and ends its day empty, and in between
 * the owner may have said how many were inside; from each such moment to the next the side that was
 * undercounted is scaled up until both agree. Where that side counted nobody nothing can be scaled, and
 * the stretch is as counted.
 */
export function correctedOccupancy(flows: readonly Flow[], bases: readonly Base[] = []): Occupancy {
  const inside: number[] = [];
  let entered = 0;
  let start = 0;
  for (const [i, stretch] of stretchesBetween(flows, bases).entries()) {
    const end = bases[i]?.inside ?? 0;
    const total = sum(stretch);
    const surplus = start + total.in - total.out - end;
    const canScale = surplus > 0 ? total.out > 0 : total.in > 0;
    const inFactor = canScale && surplus < 0 ? (total.in - surplus) / total.in : 1;
    const outFactor = canScale && surplus > 0 ? (total.out + surplus) / total.out : 1;
    let now = start;
    for (const flow of stretch) {
      now += flow.in * inFactor - flow.out * outFactor;
      inside[flow.position] = Math.max(0, Math.round(now));
    }
    entered += total.in * inFactor;
    start = end;
  }
  const { corrections } = countedOccupancy(flows, bases);
  return { inside, corrections: corrections.filter(({ kind }) => kind === 'manual'), entered };
}

type PlacedFlow = Flow & { position: number };

/** Flows cut at the bases; the quarter hour of a base lies partly on either side. */
function stretchesBetween(flows: readonly Flow[], bases: readonly Base[]): PlacedFlow[][] {
  const stretches: PlacedFlow[][] = [];
  let rest: PlacedFlow[] = flows.map((flow, position) => ({ ...flow, position }));
  const taken = new Map<number, Flow>();
  for (const base of bases) {
    const before = rest.filter((flow) => flow.position < base.position);
    const earlier = taken.get(base.position) ?? { in: 0, out: 0 };
    before.push({ in: base.in - earlier.in, out: base.out - earlier.out, position: base.position });
    taken.set(base.position, base);
    rest = rest
      .filter((flow) => flow.position >= base.position)
      .map((flow) =>
        flow.position === base.position
          ? {
              ...flow,
              in: (flows[flow.position]?.in ?? 0) - base.in,
              out: (flows[flow.position]?.out ?? 0) - base.out,
            }
          : flow,
      );
    stretches.push(before);
  }
  return [...stretches, rest];
}

function sum(flows: readonly Flow[]): Flow {
  return flows.reduce((total, flow) => ({ in: total.in + flow.in, out: total.out + flow.out }), {
    in: 0,
    out: 0,
  });
}

const QUARTER_SECONDS = 900;

/**
 * Average visit by Little's law: time spent inside by everyone ÷ people who came in. The number inside is
 * taken to change evenly within a quarter hour.
 * @returns seconds, or `null` if nobody came in
 */
export function averageVisitSeconds({ inside, entered }: Occupancy): number | null {
  if (entered <= 0) return null;
  let personSeconds = 0;
  for (let i = 0; i < inside.length; i++) {
    personSeconds += (((inside[i - 1] ?? 0) + (inside[i] ?? 0)) / 2) * QUARTER_SECONDS;
  }
  return Math.round(personSeconds / entered);
}
