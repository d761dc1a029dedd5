import type { tv as english } from '../en/tv';

export const tv: typeof english = {
  visitors: 'Besucher heute',
  visitorsOpen: 'Besucher in den Öffnungszeiten',
  inside: 'Jetzt im Geschäft',
  fullscreen: 'Vollbild',
  leaveFullscreen: 'Vollbild verlassen',
  back: 'Zurück zu „Heute“',
  offline: '{name} ist offline | {n} Kameras sind offline',
  noCamera: 'Wartet auf die erste Kamera',
  chart: 'Besucher nach Stunde',
};
