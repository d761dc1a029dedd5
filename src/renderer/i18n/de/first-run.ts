import type { firstRun as english } from '../en/first-run';

export const firstRun: typeof english = {
  title: 'Willkommen bei Foyer',
  intro: 'Drei Schritte, etwa fünf Minuten.',
  steps: 'Schritte',
  skip: 'Vorerst überspringen',
  resume: 'Schritt für Schritt zeigen',
  back: 'Zurück',
  shop: {
    title: 'Ihr Geschäft',
    intro: 'Der Name steht in Ansichten und Berichten. Die Tage beginnen und enden in seiner Zeitzone.',
    name: 'Name des Geschäfts',
    nameMissing: 'Das Geschäft braucht einen Namen.',
    zone: 'Zeitzone',
    zoneHelp: 'Geben Sie eine Stadt ein, zum Beispiel Berlin.',
    zoneUnknown: 'Wählen Sie eine Zeitzone aus der Liste.',
    next: 'Weiter',
  },
  camera: {
    title: 'Die erste Kamera',
    intro:
      'Richten Sie eine Kamera auf diesen Computer ein, oder sehen Sie sich zuerst mit einer Demo-Kamera um.',
    own: 'Ich habe eine Kamera',
    ownHelp: 'Foyer zeigt, was Sie in sie eintragen, und prüft jeden Schritt.',
    ownButton: 'Meine Kamera einrichten',
    demo: 'Nur umsehen',
    demoHelp:
      'Eine Demo-Kamera zählt Menschen in einem erfundenen Geschäft. Wenn Sie sie entfernen, verschwindet sie spurlos.',
    demoButton: 'Demo-Kamera ausprobieren',
    waiting: 'Oder schalten Sie Ihre Kamera jetzt ein: Sobald sie sich meldet, geht es von selbst weiter.',
  },
  count: {
    title: 'Die erste Zählung',
    waiting: '{name} hat sich gemeldet. Gehen Sie unter ihr durch; die ersten Zahlen kommen von selbst.',
    waitingDemo: 'Die Demo-Kamera ist bei der Arbeit. Gleich kommen ihre ersten Zahlen.',
    done: '{name} zählt. Alles ist bereit.',
    finish: 'Heute ansehen',
  },
  demo: {
    running: 'Eine Demo-Kamera zählt erfundene Menschen.',
    stop: 'Mit allem, was sie zählte, entfernen',
    stopped: 'Die Demo-Kamera ist weg, und alles, was sie gezählt hat, auch.',
    start: 'Demo-Kamera ausprobieren',
  },
};
