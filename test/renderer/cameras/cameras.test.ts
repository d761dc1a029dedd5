import { describe, expect, it } from 'vitest';
import type { SystemInfo } from '#shared/domain';
import { cameraAddresses } from '../../../src/renderer/features/cameras/camera-address';
import { readableDetail } from '../../../src/renderer/features/cameras/detail/quality-text';

const system: SystemInfo = {
  version: '0',
  cameraPort: 8080,
  cameraPortProblem: null,
  cameraPortSentence: null,
  cameraHttpsPort: null,
  cameraHttpsProblem: null,
  cameraHttpsSentence: null,
  addresses: [
    { address: '192.168.1.10', adapter: 'Ethernet' },
    { address: 'fd00::10', adapter: 'Wi-Fi' },
  ],
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

describe('cameraAddresses', () => {
  it('gives what can be typed into a camera', () => {
    const urls = cameraAddresses(system).map(({ url }) => url);
    expect(urls).toEqual(['http://192.168.1.10:8080', 'http://[fd00::10]:8080']);
  });

  it('gives nothing while nobody listens', () => {
    expect(cameraAddresses({ ...system, cameraPort: null })).toEqual([]);
  });
});

describe('readableDetail', () => {
  it('puts moments into words and leaves values alone', () => {
    const say = (instant: string) => `<${instant.slice(11, 16)}>`;
    expect(readableDetail('2026-10-06T08:00:00.000Z/2026-10-06T09:00:00.000Z', say)).toBe(
      '<08:00> – <09:00>',
    );
    expect(readableDetail('1641038400', say)).toBe('1641038400');
    expect(readableDetail('in 3, out 2', say)).toBe('in 3, out 2');
  });
});
