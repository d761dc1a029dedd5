import type { EpochMs } from '../types';
import { elapsed, MINUTE_MS } from './elapsed';
import type { AlertFacts, AlertState, TroubleState, Verdict } from './types';

const STORAGE_GRACE_MS = MINUTE_MS;
const STORAGE_REPEAT_MS = 4 * 60 * MINUTE_MS;
const REPORT_GRACE_MS = 30 * MINUTE_MS;
const REPORT_REPEAT_MS = 24 * 60 * MINUTE_MS;
/** After a wake-up the network takes a while to be itself again. */
const ADDRESS_GRACE_MS = MINUTE_MS;

/** A disk that does not take the counts. */
export function storageRule(
  { storage: before, isFirst }: AlertState,
  { storageProblem: problem, storageSentence: sentence }: AlertFacts,
  now: EpochMs,
): Verdict<AlertState['storage']> {
  if (problem === null) return { state: null, alerts: [] };
  const { state, isDue } = lasting(before, isFirst, now, STORAGE_GRACE_MS, STORAGE_REPEAT_MS);
  return { state, alerts: isDue ? [{ kind: 'storageTrouble', problem, sentence }] : [] };
}

/** Files of the schedule that cannot be written. Folders in the network come and go: it takes its time, and is said seldom. */
export function reportRule(
  { reports: before, isFirst }: AlertState,
  { scheduleProblem: problem }: AlertFacts,
  now: EpochMs,
): Verdict<AlertState['reports']> {
  if (problem === null) return { state: null, alerts: [] };
  const { state, isDue } = lasting(before, isFirst, now, REPORT_GRACE_MS, REPORT_REPEAT_MS);
  return { state, alerts: isDue ? [{ kind: 'reportTrouble', problem }] : [] };
}

/** A trouble that is there now, and whether it has lasted long enough to be told of, or told of again. */
function lasting(
  before: TroubleState | null,
  isFirst: boolean,
  now: EpochMs,
  graceMs: number,
  repeatMs: number,
): { state: TroubleState; isDue: boolean } {
  const state = before ?? { since: now, isIgnored: isFirst, toldAt: null };
  const isFresh = elapsed(state.since, now) < graceMs;
  const isToldOf = state.toldAt !== null && elapsed(state.toldAt, now) < repeatMs;
  if (state.isIgnored || isFresh || isToldOf) return { state, isDue: false };
  return { state: { ...state, toldAt: now }, isDue: true };
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
