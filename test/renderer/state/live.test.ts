import { describe, expect, it } from 'vitest';
import type { Carrier, ConnectionState } from '#shared/carrier';
import type { EventMap } from '#shared/contract';
import type { CameraSummary, SiteSummary, SystemInfo } from '#shared/domain';
import { createLive } from '../../../src/renderer/state/live';

function camera(sn: string, entered: number): CameraSummary {
  return {
    sn,
    name: '',
    site: 's',
    state: 'new',
    status: 'online',
    lastSeen: null,
    clockSkewSeconds: null,
    today: { in: entered, out: null, passby: null, turnback: null },
    stay: { current: null, asOf: null, people: [] },
    uploadInterval: 0,
    dataMode: 'Add',
    historyRequests: 'auto',
    toldTimeZone: 'site',
    address: null,
    firstSeen: '2026-10-06T08:00:00+00:00',
    role: 'entrance',
    isFlipped: false,
    replaces: null,
    calledAddress: null,
    isFlooding: false,
    isDemo: false,
  };
}
function site(entered: number): SiteSummary {
  return {
    id: 's',
    name: 'Shop',
    timeZone: 'UTC',
    dayStartHour: 4,
    openingHours: null,
    todayByHours: null,
    date: '2026-10-06',
    today: { in: entered, out: null, passby: null, turnback: null },
    occupancy: { counted: null, seen: null, asOf: null },
  };
}
const system: SystemInfo = {
  version: '0',
  cameraPort: 8080,
  cameraPortProblem: null,
  cameraPortSentence: null,
  cameraHttpsPort: null,
  cameraHttpsProblem: null,
  cameraHttpsSentence: null,
  addresses: [],
  heartbeatPath: '/h',
  uploadPath: '/u',
  lostAddresses: [],
  isDemoRunning: false,
  lastVisit: null,
  dataFolder: '',
  storageProblem: null,
  scheduleProblem: null,
  storageSentence: null,
};

/** A carrier whose other end is this test. */
function carrierInHand() {
  const flows = new Set<(data: EventMap['flow']) => void>();
  const watchers = new Set<(state: ConnectionState) => void>();
  const world = { cameras: [camera('a', 1)], sites: [site(1)], isReachable: true };
  const carrier = {
    call(method: string) {
      const results: Record<string, unknown> = {
        'cameras.list': world.cameras,
        'sites.list': world.sites,
        'system.info': system,
      };
      return Promise.resolve(
        world.isReachable
          ? { ok: true, result: results[method] }
          : { ok: false, error: { code: 'unavailable', message: 'Nobody there' } },
      );
    },
    subscribe(event: string, listener: (data: EventMap['flow']) => void) {
      if (event === 'flow') flows.add(listener);
      return () => flows.delete(listener);
    },
    onConnection(listener: (state: ConnectionState) => void) {
      watchers.add(listener);
      listener('live');
      return () => watchers.delete(listener);
    },
  } as unknown as Carrier;
  return {
    carrier,
    world,
    flow: (data: EventMap['flow']) => flows.forEach((listener) => listener(data)),
    connection: (state: ConnectionState) => watchers.forEach((watcher) => watcher(state)),
  };
}

describe('live state', () => {
  it('loads once it is connected and follows events', async () => {
    const { carrier, flow } = carrierInHand();
    const live = createLive(carrier);
    await expect.poll(() => live.isLoaded.value).toBe(true);
    const before = live.countsRevision.value;
    flow({ camera: camera('a', 5), site: site(5) });
    expect(live.cameras.value[0]?.today.in).toBe(5);
    expect(live.siteOf.value('s')?.today.in).toBe(5);
    expect(live.countsRevision.value).toBe(before + 1);
  });

  it('asks again after a lost connection, and keeps its numbers meanwhile', async () => {
    const { carrier, world, connection } = carrierInHand();
    const live = createLive(carrier);
    await expect.poll(() => live.isLoaded.value).toBe(true);
    connection('lost');
    world.cameras = [camera('a', 9), camera('b', 2)];
    expect(live.cameras.value).toHaveLength(1);
    connection('live');
    await expect.poll(() => live.cameras.value.length).toBe(2);
  });

  it('keeps what it knows when a reload fails, and says why', async () => {
    const { carrier, world } = carrierInHand();
    const live = createLive(carrier);
    await expect.poll(() => live.isLoaded.value).toBe(true);
    world.isReachable = false;
    await live.reload();
    expect(live.cameras.value).toHaveLength(1);
    expect(live.problem.value?.message).toBe('Nobody there');
    world.isReachable = true;
    await live.reload();
    expect(live.problem.value).toBeNull();
  });
});
