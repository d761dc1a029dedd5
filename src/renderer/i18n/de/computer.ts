import type { computer as english } from '../en/computer';

export const computer: typeof english = {
  title: 'Dieser Computer',
  startWithComputer: {
    label: 'Mit diesem Computer starten',
    help: 'Foyer beginnt von selbst zu zählen, ohne Fenster, sobald Sie sich anmelden.',
  },
  keepAwake: {
    label: 'Diesen Computer wach halten',
    help: 'Er geht nicht in den Ruhezustand, solange Foyer läuft. Der Bildschirm darf dunkel werden.',
  },
  closeToTray: {
    label: 'Weiterzählen, wenn das Fenster geschlossen ist',
    help: 'Foyer wartet dann als Symbol neben der Uhr. Dort können Sie es öffnen oder beenden.',
  },
  checkForUpdates: {
    label: 'Nach neuen Versionen suchen',
    help: 'Einmal am Tag. Foyer meldet eine neue Version und installiert sie nur, wenn Sie zustimmen.',
  },
};
