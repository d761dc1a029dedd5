import { describe, expect, it } from 'vitest';
import { trayView } from '../../../src/main/shell/tray-view';
import { camera, present, site } from './present';

describe('trayView', () => {
  it('says today’s figure and that all is well', () => {
    const view = trayView(present({ sites: [site({ in: 123 }, 4)], cameras: [camera({}), camera({})] }));
    expect(view.lines).toEqual(['123 visitors today, 4 inside', 'All cameras are online']);
    expect(view.tooltip).toBe('Foyer\n123 visitors today, 4 inside\nAll cameras are online');
  });

  it('names the sites where there are several', () => {
    const sites = [site({ in: 1 }, null, 'North'), site({ in: null }, null, 'South')];
    expect(trayView(present({ sites })).lines).toEqual([
      'North: 1 visitor today',
      'South: no visitors yet today',
      'No camera has called yet',
    ]);
  });

  it.each([
    [
      'one silent',
      { cameras: [camera({}), camera({ status: 'offline' as const })] },
      '1 of 2 cameras silent',
    ],
    [
      'a retired one',
      { cameras: [camera({}), camera({ status: 'offline' as const, state: 'retired' as const })] },
      'The camera is online',
    ],
    ['no port', { info: { cameraPort: null } }, 'Cameras cannot call: the port is not open'],
    ['a full disk', { info: { storageProblem: 'The disk is full.' } }, 'Counts cannot be saved'],
  ])('%s', (_name, change, status) => {
    expect(trayView(present(change)).lines.at(-1)).toBe(status);
  });

  it('cuts a long name off, as the system would', () => {
    const view = trayView(
      present({ sites: [site({ in: 1 }, 2, 'A'.repeat(80)), site({ in: 1 }, 2, 'B'.repeat(80))] }),
    );
    expect(view.tooltip).toHaveLength(120);
  });
});
