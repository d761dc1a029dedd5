import { describe, expect, it } from 'vitest';
import type { SystemInfo } from '#shared/domain';
import { firewallCommand, guessSystem } from '../../../src/renderer/features/setup/operating-system';
import { prove } from '../../../src/renderer/features/setup/proofs';
import { qrDrawing } from '../../../src/renderer/features/setup/qr-path';
import { aCamera } from '../cameras/a-camera';

const system: SystemInfo = {
  version: '0',
  cameraPort: 8080,
  cameraPortProblem: null,
  cameraPortSentence: null,
  cameraHttpsPort: null,
  cameraHttpsProblem: null,
  cameraHttpsSentence: null,
  addresses: [{ address: '192.168.1.10', adapter: 'Ethernet' }],
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
const visitFrom = (address: string) => ({ ...system, lastVisit: { at: '2026-10-06T08:00:00Z', address } });

describe('prove', () => {
  const states = (...args: Parameters<typeof prove>) =>
    Object.values(prove(...args)).map(({ state }: { state: string }) => state);

  it('waits for everything but the listening before a camera has called', () => {
    expect(states(system, [])).toEqual(['good', 'waiting', 'waiting', 'waiting']);
  });

  it('says that nobody listens, and that there is no network', () => {
    expect(states({ ...system, cameraPort: null, addresses: [] }, [])).toEqual([
      'bad',
      'bad',
      'waiting',
      'waiting',
    ]);
  });

  it.each([
    ['192.168.1.55', 'good'],
    ['192.168.1.10', 'waiting'],
    ['127.0.0.1', 'waiting'],
    ['::1', 'waiting'],
  ])('takes a visit from %s as %s: only other devices prove the way', (address, expected) => {
    expect(prove(visitFrom(address), []).reachable.state).toBe(expected);
  });

  it('takes a camera that calls as proof of the way, and its figures as the last proof', () => {
    const counts = { in: null, out: null, passby: null, turnback: null };
    expect(states(system, [aCamera({ today: counts })])).toEqual(['good', 'good', 'good', 'waiting']);
    expect(states(system, [aCamera()])).toEqual(['good', 'good', 'good', 'good']);
  });

  it('takes neither the demo camera nor one that is silent or retired', () => {
    const cameras = [
      aCamera({ isDemo: true }),
      aCamera({ status: 'offline' }),
      aCamera({ state: 'retired' }),
      aCamera({ lastSeen: null, status: 'offline' }),
    ];
    expect(states(system, cameras)).toEqual(['good', 'waiting', 'waiting', 'waiting']);
  });

  it('names the camera that was heard last', () => {
    const cameras = [
      aCamera({ sn: 'A', lastSeen: '2026-10-06T10:00:00+02:00' }),
      aCamera({ sn: 'B', lastSeen: '2026-10-06T08:00:01Z' }),
    ];
    expect(prove(system, cameras).called.camera?.sn).toBe('B');
  });
});

describe('qrDrawing', () => {
  it('draws each dark module once, inside the quiet zone', () => {
    const { size, path } = qrDrawing('http://192.168.1.10:8080');
    const places = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map((match) =>
      [match[1], match[2]].map(Number),
    );
    expect(new Set(places.map(String)).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(150);
    expect(Math.min(...places.flat())).toBe(4);
    expect(Math.max(...places.flat())).toBe(size - 5);
  });
});

describe('the firewall hints', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 'mac'],
    ['Mozilla/5.0 (X11; Linux x86_64)', 'linux'],
  ] as const)('are those of %s', (userAgent, expected) => {
    expect(guessSystem(userAgent)).toBe(expected);
  });

  it('name the port in use', () => {
    expect(firewallCommand('windows', 8099)).toMatch(/localport=8099$/);
    expect(firewallCommand('linux', 8099)).toContain('8099/tcp');
    expect(firewallCommand('mac', 8099)).toBeNull();
  });
});
