import { expect, it } from 'vitest';
import { DataFolderError } from '../../../src/main/core/types';
import { startFailure } from '../../../src/main/shell/start-failure';
import { shellTexts } from '../../../src/main/shell/texts';

const { de } = shellTexts;

it('says what the owner can do in the owner’s words, and below it what a helper may need', () => {
  const locked = new DataFolderError('locked', 'Another Foyer is already running on /shop.');
  expect(startFailure(locked, '/shop', de)).toEqual({
    title: 'Foyer kann nicht starten',
    text: 'Mit /shop läuft schon ein anderes Foyer. Beenden Sie es zuerst; sein Symbol ist neben der Uhr.',
  });
  const unwritable = new DataFolderError('unwritable', 'EACCES: permission denied');
  expect(startFailure(unwritable, '/shop', de).text).toBe(
    'Foyer kann nicht in seinen Ordner /shop schreiben.\n\nEACCES: permission denied',
  );
});

it('says what it is where nobody expected it', () => {
  expect(startFailure(new Error('--port is 1 to 65535'), '', de).text).toBe('--port is 1 to 65535');
});
