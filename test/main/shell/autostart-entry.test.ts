import { expect, it } from 'vitest';
import { autostartEntry } from '../../../src/main/shell/autostart-entry';

it.each([
  ['/opt/Foyer/foyer', 'Exec="/opt/Foyer/foyer" --hidden'],
  ['/home/maria/My Apps/Foyer.AppImage', 'Exec="/home/maria/My Apps/Foyer.AppImage" --hidden'],
  ['/opt/100%/foyer', 'Exec="/opt/100%%/foyer" --hidden'],
  ['/opt/a"b$c`d', 'Exec="/opt/a\\\\"b\\\\$c\\\\`d" --hidden'],
])('starts %s hidden', (program, line) => {
  expect(autostartEntry(program).split('\n')).toContain(line);
});
