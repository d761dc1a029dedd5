import type { EpochMs } from '../types';
import { cameraRule } from './camera-rule';
import { siteRule } from './site-rule';
import { addressRule, reportRule, storageRule } from './trouble-rule';
import type { AlertFacts, AlertState, Verdict } from './types';

/** The state of a Foyer that has just started. @param toldAddresses of {@link toldAddresses}, from its last run */
export function startState(toldAddresses: readonly string[] = []): AlertState {
  return {
    isFirst: true,
    cameras: {},
    sites: {},
    storage: null,
    reports: null,
    lostAddresses: Object.fromEntries(toldAddresses.map((address) => [address, { since: 0, isTold: true }])),
  };
}

/** Lost addresses that the owner knows of; worth remembering until the next start. */
export function toldAddresses({ lostAddresses }: AlertState): string[] {
  return Object.keys(lostAddresses).filter((address) => lostAddresses[address]?.isTold);
}

/**
 * Looks at how things are and decides what is worth telling the owner. Everything takes its time before it
 * is told, is repeated seldom, and is never told of when it was so already at the start.
 *
 * Rules run whether they are wanted or not: one that is switched on tells of what happens from then on.
 */
export function decide(state: AlertState, facts: AlertFacts, now: EpochMs): Verdict<AlertState> {
  const cameras = cameraRule(state, facts, now);
  const sites = siteRule(state, facts, now);
  const storage = storageRule(state, facts, now);
  const reports = reportRule(state, facts, now);
  const addresses = addressRule(state, facts, now);
  const alerts = [cameras, sites, storage, reports, addresses].flatMap((verdict) => verdict.alerts);
  return {
    state: {
      isFirst: false,
      cameras: cameras.state,
      sites: sites.state,
      storage: storage.state,
      reports: reports.state,
      lostAddresses: addresses.state,
    },
    alerts: alerts.filter(({ kind }) => facts.settings[kind]),
  };
}
