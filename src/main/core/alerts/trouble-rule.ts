import type { EpochMs } from '../types';
import { elapsed, MINUTE_MS } from './elapsed';
import type { AlertFacts, AlertState, Verdict } from './types';

const STORAGE_GRACE_MS = MINUTE_MS;
const STORAGE_REPEAT_MS = 4 * 60 * MINUTE_MS;
/** After a wake-up the network takes a while to be itself again. */
const ADDRESS_GRACE_MS = MINUTE_MS;

/** A disk that does not take the counts. */
export function storageRule(
  { storage: before, isFirst }: AlertState,
  { storageProblem: problem }: AlertFacts,
  now: EpochMs,
): Verdict<AlertState['storage']> {
  if (problem === null) return { state: null, alerts: [] };
  const state = before ?? { since: now, isIgnored: isFirst, toldAt: null };
  const isFresh = elapsed(state.since, now) < STORAGE_GRACE_MS;
  const isToldOf = state.toldAt !== null && elapsed(state.toldAt, now) < STORAGE_REPEAT_MS;
  if (state.isIgnored || isFresh || isToldOf) return { state, alerts: [] };
  return { state: { ...state, toldAt: now }, alerts: [{ kind: 'storageTrouble', problem }] };
}

/**
 * The router gave this computer another address, and cameras call the old one. That happens while the
 * computer is off, too, so what was lost before the start is told of, once.
 */
export function addressRule(
  { lostAddresses: before }: AlertState,
  { lostAddresses, address: to }: AlertFacts,
  now: EpochMs,
): Verdict<AlertState['lostAddresses']> {
  // Without a network every address is lost, and comes back.
  if (to === null) return { state: keepTold(before), alerts: [] };
  const looks = lostAddresses.map(({ address: from }) => {
    const { since, isTold } = before[from] ?? { since: now, isTold: false };
    const isDue = !isTold && elapsed(since, now) >= ADDRESS_GRACE_MS;
    return { from, since, isTold: isTold || isDue, isDue };
  });
  return {
    state: Object.fromEntries(looks.map(({ from, since, isTold }) => [from, { since, isTold }])),
    alerts: looks.flatMap(({ from, isDue }) => (isDue ? [{ kind: 'addressChanged', from, to }] : [])),
  };
}

function keepTold(lost: AlertState['lostAddresses']): AlertState['lostAddresses'] {
  return Object.fromEntries(Object.entries(lost).filter(([, { isTold }]) => isTold));
}
