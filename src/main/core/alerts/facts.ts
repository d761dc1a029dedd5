import type { CameraSummary, Settings, SiteSummary, SystemInfo } from '#shared/domain';
import type { EpochMs } from '../types';
import type { AlertFacts } from './types';

/** What the contract's methods say of the present, all asked at about the same time. */
export interface Present {
  settings: Settings;
  cameras: CameraSummary[];
  sites: SiteSummary[];
  info: SystemInfo;
}

/** @param listeningSince since when cameras could have been heard: the start, or the last wake-up */
export function factsOf({ settings, cameras, sites, info }: Present, listeningSince: EpochMs): AlertFacts {
  return {
    settings: settings.alerts,
    cameras: cameras
      .filter(({ state, isDemo }) => (state === 'new' || state === 'active') && !isDemo)
      .map(({ sn, name, site, status, lastSeen, uploadInterval }) => ({
        sn,
        name: name === '' ? sn : name,
        siteId: site,
        isOnline: status === 'online',
        lastSeen: lastSeen === null ? null : Date.parse(lastSeen),
        uploadIntervalMinutes: uploadInterval,
      })),
    sites: sites.map(({ id, name, timeZone, openingHours, date, today, todayByHours, occupancy }) => ({
      id,
      name,
      timeZone,
      openingHours,
      date,
      entered: today.in,
      enteredWhileClosed: todayByHours?.closed.in ?? null,
      inside: occupancy.counted,
      seen: occupancy.seen,
    })),
    storageProblem: info.storageProblem,
    scheduleProblem: info.scheduleProblem,
    storageSentence: info.storageSentence,
    address: info.addresses[0]?.address ?? null,
    lostAddresses: info.lostAddresses,
    listeningSince,
  };
}
