import type { OpeningHours } from '#shared/domain';
import { decide, startState } from '../../../../src/main/core/alerts/decide';
import type {
  Alert,
  AlertFacts,
  AlertState,
  CameraFacts,
  SiteFacts,
} from '../../../../src/main/core/alerts/types';
import { defaultSettings } from '../../../../src/main/core/ingest/settings-store';
import { toEpoch } from '../../../support/local-time';

export const timeZone = 'Europe/Madrid';

/** Open from 10:00 to 20:00 every day. */
export const tenToEight: OpeningHours = {
  weekly: Array.from({ length: 7 }, () => [{ from: '10:00', to: '20:00' }]),
  exceptions: [],
};

export type Change = Partial<Omit<AlertFacts, 'cameras' | 'sites' | 'settings'>> & {
  settings?: Partial<AlertFacts['settings']>;
  /** Serials that are online from now on. */
  online?: string[];
  site?: Partial<SiteFacts>;
};

/** A shop with two doors, told step by step: at a local time something changes and the rules look. */
export class Story {
  #state: AlertState;
  #facts: AlertFacts;

  constructor(change: Change = {}, told: readonly string[] = []) {
    this.#state = startState(told);
    this.#facts = {
      settings: defaultSettings.alerts,
      cameras: ['front', 'back'].map(camera),
      sites: [
        {
          id: 'shop',
          name: 'Shop',
          timeZone,
          openingHours: tenToEight,
          date: '2026-03-10',
          entered: 100,
          enteredWhileClosed: 0,
          inside: 0,
          seen: null,
        },
      ],
      storageProblem: null,
      scheduleProblem: null,
      storageSentence: null,
      address: '192.168.1.20',
      lostAddresses: [],
      listeningSince: 0,
    };
    this.#change(change, 0);
  }

  /** @param time local `HH:MM` or `HH:MM:SS` of 2026-03-10, or a full local time */
  at(time: string, change: Change = {}): Alert[] {
    const now = toEpoch(timeZone, time.includes('T') ? time : `2026-03-10T${time}`);
    this.#change(change, now);
    for (const each of this.#facts.cameras) if (each.isOnline) each.lastSeen = now;
    const { state, alerts } = decide(this.#state, this.#facts, now);
    this.#state = structuredClone(state);
    return alerts;
  }

  #change({ settings, online, site, ...rest }: Change, now: number): void {
    const facts = this.#facts;
    this.#facts = {
      ...facts,
      ...rest,
      settings: { ...facts.settings, ...settings },
      sites: facts.sites.map((each) => ({ ...each, ...site })),
      cameras: facts.cameras.map((each) => ({
        ...each,
        isOnline: online ? online.includes(each.sn) : each.isOnline,
        lastSeen: each.isOnline && now > 0 ? (each.lastSeen ?? now) : each.lastSeen,
      })),
    };
  }
}

function camera(sn: string): CameraFacts {
  return { sn, name: sn, siteId: 'shop', isOnline: true, lastSeen: null, uploadIntervalMinutes: 0 };
}
