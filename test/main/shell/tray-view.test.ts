import { describe, expect, it } from 'vitest';
import { shellTexts } from '../../../src/main/shell/texts';
import { trayView } from '../../../src/main/shell/tray-view';
import { camera, present, site } from './present';

describe('trayView', () => {
  it('says today’s figure and that all is well', () => {
    const view = trayView(
      present({ sites: [site({ in: 123 }, 4)], cameras: [camera({}), camera({})] }),
      shellTexts.en,
    );
    expect(view.lines).toEqual(['123 visitors today, 4 inside', 'All cameras are online']);
    expect(view.tooltip).toBe('Foyer\n123 visitors today, 4 inside\nAll cameras are online');
  });

  it('names the sites where there are several', () => {
    const sites = [site({ in: 1 }, null, 'North'), site({ in: null }, null, 'South')];
    expect(trayView(present({ sites }), shellTexts.en).lines).toEqual([
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
    expect(trayView(present(change), shellTexts.en).lines.at(-1)).toBe(status);
  });

  it('cuts a long name off, as the system would', () => {
    const sites = [site({ in: 1 }, 2, 'A'.repeat(80)), site({ in: 1 }, 2, 'B'.repeat(80))];
    const { tooltip, lines } = trayView(present({ sites }), shellTexts.en);
    expect(tooltip).toHaveLength(120);
    expect(lines[0]).toBe(`${'A'.repeat(39)}…: 1 visitor today, 2 inside`);
  });

  it('speaks the owner’s language, and shows a name as one line of text', () => {
    const sites = [site({ in: 1234 }, 4, 'Zum\n<b>Löwen</b>'), site({ in: null })];
    const cameras = [camera({}), camera({ status: 'offline' }), camera({ status: 'offline' })];
    expect(trayView(present({ sites, cameras }), shellTexts.de).lines).toEqual([
      'Zum ‹b›Löwen‹/b›: heute 1.234 Besucher, 4 im Geschäft',
      'Maria’s Shop: heute noch keine Besucher',
      '2 von 3 Kameras sind stumm',
    ]);
  });
});
