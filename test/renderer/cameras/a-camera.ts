import type { CameraSummary } from '#shared/domain';

/** A camera that is well, except for what a test says. */
export function aCamera(change: Partial<CameraSummary> = {}): CameraSummary {
  return {
    sn: '2010010000000001',
    name: 'Main door',
    site: 'main',
    state: 'active',
    status: 'online',
    lastSeen: '2026-10-06T10:00:00+02:00',
    clockSkewSeconds: 0,
    today: { in: 3, out: 1, passby: 9, turnback: 0 },
    stay: { current: null, asOf: null, people: [] },
    uploadInterval: 0,
    dataMode: 'Add',
    historyRequests: 'auto',
    toldTimeZone: 'site',
    address: '192.168.1.30',
    firstSeen: '2026-10-01T10:00:00+02:00',
    role: 'entrance',
    isFlipped: false,
    replaces: null,
    calledAddress: '192.168.1.10',
    isFlooding: false,
    isDemo: false,
    ...change,
  };
}
