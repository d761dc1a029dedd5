import { describe, expect, it } from 'vitest';
import { alertKinds } from '#shared/domain';
import type { Alert } from '../../../src/main/core/alerts/types';
import { alertText } from '../../../src/main/shell/alert-text';

const alerts: Alert[] = [
  { kind: 'cameraSilent', names: ['Front'], isEveryCamera: false, minutes: 10 },
  { kind: 'cameraSilent', names: ['a', 'b', 'c', 'd', 'e', 'f'], isEveryCamera: false, minutes: 10 },
  { kind: 'cameraSilent', names: ['a', 'b'], isEveryCamera: true, minutes: 10 },
  { kind: 'cameraBack', names: ['Front', 'Back'] },
  { kind: 'occupancyLimit', site: 'Shop', inside: 21, limit: 20 },
  { kind: 'enteredWhileClosed', site: 'Shop', people: 1 },
  { kind: 'insideAtClosing', site: 'Shop', inside: 1 },
  { kind: 'storageTrouble', problem: 'The disk is full.' },
  { kind: 'addressChanged', from: '192.168.1.20', to: '192.168.1.31' },
];

describe('alertText', () => {
  it('has words for every kind', () => {
    expect(new Set(alerts.map(({ kind }) => kind))).toEqual(new Set(alertKinds));
    for (const alert of alerts) {
      const { title, body } = alertText(alert);
      // What a notification of Windows shows of them.
      expect(title.length).toBeLessThanOrEqual(60);
      expect(body.length).toBeLessThanOrEqual(200);
      expect(body).toMatch(/[.?]$/);
    }
  });

  it.each([
    [0, 'Front is silent'],
    [1, 'a, b, c, d, 2 more are silent'],
    [2, 'No camera is calling'],
    [3, 'Front, Back are back'],
    [5, 'Somebody came in'],
  ])('speaks of one and of many (%i)', (index, title) => {
    const alert = alerts[index];
    expect(alert && alertText(alert).title).toBe(title);
  });
});
