import { expect, it } from 'vitest';
import { diagnostics } from '../../../src/main/shell/diagnostics';
import { camera, present, site } from './present';

const health = { ok: true, version: '1.2.3', cameras: 2, journalLag: 12, lastSnapshot: null };
const surroundings = {
  versions: { foyer: '1.2.3', electron: '45.0.0', chrome: '150', node: '24' },
  platform: 'linux x64',
  home: '/home/maria',
  uptimeSeconds: 600,
};

it('tells a maintainer how things are, and nobody who and where', () => {
  const text = diagnostics(
    present({
      cameras: [camera({ clockSkewSeconds: -90 }), camera({ sn: 'SECOND', name: 'Paul', status: 'offline' })],
      sites: [site({ in: 9 })],
      info: { storageProblem: 'Foyer may not write to /home/maria/.local/share/foyer.' },
    }),
    health,
    surroundings,
  );
  expect(text).toContain('Cameras: 1 active online, 1 active offline');
  expect(text).toContain('Largest clock error: 90 s');
  expect(text).toContain('Data folder: ~/.local/share/foyer');
  expect(text).toContain('Journal: 12 records');
  expect(text).not.toMatch(/maria|paul|front door|2010010000000000|SECOND|192\.168/i);
});
