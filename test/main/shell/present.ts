import type { CameraSummary, Counts, SiteSummary, SystemInfo } from '#shared/domain';
import type { Present } from '../../../src/main/core/alerts/facts';
import { defaultSettings } from '../../../src/main/core/ingest/settings-store';

const unknown: Counts = { in: null, out: null, passby: null, turnback: null };

export function camera(change: Partial<CameraSummary>): CameraSummary {
  return {
    sn: '2010010000000000',
    name: 'Front door',
    site: 'shop',
    state: 'active',
    status: 'online',
    lastSeen: '2026-03-10T10:00:00+01:00',
    clockSkewSeconds: 2,
    today: unknown,
    stay: { current: null, asOf: null, people: [] },
    uploadInterval: 0,
    dataMode: 'Add',
    historyRequests: 'auto',
    toldTimeZone: 'site',
    address: '192.168.1.50',
    firstSeen: '2026-03-01T10:00:00+01:00',
    role: 'entrance',
    isFlipped: false,
    replaces: null,
    calledAddress: '192.168.1.20',
    isFlooding: false,
    isDemo: false,
    ...change,
  };
}

export function site(
  today: Partial<Counts>,
  counted: number | null = null,
  name = 'Maria’s Shop',
): SiteSummary {
  return {
    id: 'shop',
    name,
    timeZone: 'Europe/Madrid',
    dayStartHour: 4,
    openingHours: null,
    todayByHours: null,
    date: '2026-03-10',
    today: { ...unknown, ...today },
    occupancy: { counted, seen: null, asOf: null },
  };
}

export function present(
  change: Partial<Omit<Present, 'info'>> & { info?: Partial<SystemInfo> } = {},
): Present {
  const { info, ...rest } = change;
  return {
    settings: defaultSettings,
    cameras: [],
    sites: [site({})],
    info: {
      version: '1.2.3',
      cameraPort: 8080,
      cameraPortProblem: null,
      cameraPortSentence: null,
      cameraHttpsPort: null,
      cameraHttpsProblem: null,
      cameraHttpsSentence: null,
      addresses: [{ address: '192.168.1.20', adapter: 'Ethernet' }],
      heartbeatPath: '/api/camera/heartBeat',
      uploadPath: '/api/camera/dataUpload',
      lostAddresses: [],
      isDemoRunning: false,
      lastVisit: null,
      dataFolder: '/home/maria/.local/share/foyer',
      storageProblem: null,
      scheduleProblem: null,
      storageSentence: null,
      ...info,
    },
    ...rest,
  };
}
