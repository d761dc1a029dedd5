import type { today as english } from '../en/today';

export const today: typeof english = {
  title: 'Heute',
  visitorsSoFar: 'Besucher heute',
  chart: {
    in: 'Herein',
    out: 'Hinaus',
    gap: 'Keine Daten',
    partly: 'Teilweise erfasst',
    summary:
      'Besucher und Hinausgehende, nach Stunde. {total} Besucher bisher; die stärkste Stunde begann um {time} mit {count}.',
    summaryEmpty: 'Besucher und Hinausgehende, nach Stunde. Noch wurde niemand gezählt.',
    empty: 'Der erste Besucher des Tages erscheint hier.',
  },
  camera: {
    heading: 'Kameras',
    newName: 'Neue Kamera',
    giveName: 'Namen geben',
    online: 'Online',
    offline: 'Offline',
    waiting: 'Wartet',
    blocked: 'Gesperrt',
    blockedHelp: 'Nichts, was diese Kamera sendet, wird gezählt.',
    never: 'hat sich noch nicht gemeldet',
    seen: 'meldete sich {age}',
    silentSince: 'zuletzt gemeldet {age}',
    clockAhead: 'Ihre Uhr geht {length} vor. Foyer berichtigt die Zeiten.',
    clockBehind: 'Ihre Uhr geht {length} nach. Foyer berichtigt die Zeiten.',
    inView: 'Jetzt im Bild',
    stayAsOf: 'Stand {time}',
    person: 'Person {id}',
    height: '{cm} cm',
    more: 'und {n} weitere',
  },
  empty: {
    title: 'Die erste Kamera soll sich melden',
    intro: 'Foyer ist bereit und empfängt. Drei Schritte, etwa fünf Minuten:',
    step1:
      'Öffnen Sie die Einstellungsseite der Kamera in einem Browser und suchen Sie „Data Push“ oder „HTTP“.',
    step2: 'Geben Sie diese Adresse als Server ein und speichern Sie:',
    step3:
      'Binnen einer Minute erscheint die Kamera hier von selbst. Gehen Sie unter ihr durch und sehen Sie zu, wie Sie gezählt werden.',
    noAddress:
      'Dieser Computer ist noch mit keinem Netzwerk verbunden. Verbinden Sie ihn und kommen Sie dann wieder.',
    more: 'Alle Adressen und Pfade',
  },
};
