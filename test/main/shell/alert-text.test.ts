import { describe, expect, it } from 'vitest';
import { alertKinds } from '#shared/domain';
import { tell } from '#shared/sentences';
import type { Alert } from '../../../src/main/core/alerts/types';
import { alertText } from '../../../src/main/shell/alert-text';
import { shellTexts } from '../../../src/main/shell/texts';

const { message: problem, sentence } = tell('not-saved', { folder: '/home/maria/foyer' });
const alerts: Alert[] = [
  { kind: 'cameraSilent', names: ['Front'], isEveryCamera: false, minutes: 10 },
  { kind: 'cameraSilent', names: ['a', 'b', 'c', 'd', 'e', 'f'], isEveryCamera: false, minutes: 10 },
  { kind: 'cameraSilent', names: ['a', 'b'], isEveryCamera: true, minutes: 10 },
  { kind: 'cameraBack', names: ['Front', 'Back'] },
  { kind: 'occupancyLimit', site: 'Shop', inside: 21, limit: 20 },
  { kind: 'enteredWhileClosed', site: 'Shop', people: 1 },
  { kind: 'insideAtClosing', site: 'Shop', inside: 1 },
  { kind: 'reportTrouble', problem: 'folder-missing' },
  { kind: 'storageTrouble', problem, sentence },
  { kind: 'addressChanged', from: '192.168.1.20', to: '192.168.1.31' },
];

describe.each(Object.entries(shellTexts))('in %s', (_language, texts) => {
  it('there are words for every kind, no longer than a notification', () => {
    expect(new Set(alerts.map(({ kind }) => kind))).toEqual(new Set(alertKinds));
    for (const alert of alerts) {
      const { title, body } = alertText(alert, texts);
      expect(title).toMatch(/^.{4,60}$/u);
      expect(body).toMatch(/^.{4,199}[.?。？]$/u);
    }
  });

  it('a name cannot be taken for anything but a name', () => {
    const names = ['a\nb', '\u202Eevil\u2066', '<a href="http://x">', 'N'.repeat(500), 'e', 'f', 'g'];
    const site = names.join('');
    const hostile: Alert[] = [
      { kind: 'cameraSilent', names, isEveryCamera: false, minutes: 10 },
      { kind: 'cameraBack', names: [...names].reverse() },
      { kind: 'occupancyLimit', site, inside: 21, limit: 20 },
      { kind: 'enteredWhileClosed', site, people: 2 },
      { kind: 'insideAtClosing', site, inside: 2 },
    ];
    for (const alert of hostile) {
      const { title, body } = alertText(alert, texts);
      expect(title + body).not.toMatch(/[\p{Cc}\p{Cf}<>]/u);
      expect(title.length).toBeLessThanOrEqual(60);
      // What is said of the names is not crowded out by them.
      expect(title).not.toMatch(/…$/);
      expect(body).toMatch(/[.?。？]$/);
    }
  });
});

describe('in English', () => {
  it.each([
    [0, 'Front is silent'],
    [1, 'a, b, c, d, e, f are silent'],
    [2, 'No camera is calling'],
    [3, 'Front, Back are back'],
    [5, 'Somebody came in'],
  ])('speaks of one and of many (%i)', (index, title) => {
    const alert = alerts[index];
    expect(alert && alertText(alert, shellTexts.en).title).toBe(title);
  });

  it('names as many as there is room for', () => {
    const names = Array.from({ length: 12 }, (_, i) => `Side entrance ${String(i + 1)}`);
    const { title } = alertText({ kind: 'cameraBack', names }, shellTexts.en);
    expect(title).toBe('Side entrance 1, Side entrance 2, 10 more are back');
  });
});

it('passes on what the core says in the owner’s language', () => {
  const alert: Alert = { kind: 'storageTrouble', problem, sentence };
  expect(alertText(alert, shellTexts.de).body).toBe(
    'Zählungen konnten nicht in /home/maria/foyer gespeichert werden. Die Kameras behalten sie und senden sie noch einmal.',
  );
  expect(alertText({ ...alert, sentence: null }, shellTexts.de).body).toBe(problem);
});
