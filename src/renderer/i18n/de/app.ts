import type { app as english } from '../en/app';

export const app: typeof english = {
  brand: 'Foyer',
  documentTitle: '{screen} – {app}',
  nav: {
    label: 'Ansichten',
    today: 'Heute',
    history: 'Verlauf',
    cameras: 'Kameras',
    reports: 'Berichte',
    settings: 'Einstellungen',
    skip: 'Zum Inhalt springen',
  },
  connection: {
    lost: 'Verbindung wird wiederhergestellt … Die Zahlen unten sind von vor der Unterbrechung.',
  },
  trouble: {
    port: 'Kameras können diesen Computer nicht erreichen',
    storage: 'Foyer kann gerade nicht speichern',
    reports: 'Berichte werden nicht geschrieben',
    reportsWhy: {
      'open-elsewhere': 'Ein Bericht ist in einem anderen Programm geöffnet. Schließen Sie ihn dort.',
      'not-allowed': 'Foyer darf nicht in den Ordner der Berichte schreiben.',
      'disk-full': 'Der Datenträger der Berichte ist voll.',
      'read-only': 'Der Datenträger der Berichte kann nur gelesen werden.',
      'folder-missing': 'Der Ordner der Berichte ist nicht da.',
      'name-unusable': 'Ein Bericht kann in diesem Ordner nicht so heißen.',
      'no-window': 'Eine Seite kann nur gedruckt werden, während die Desktop-App läuft.',
      unknown: 'Ein Bericht konnte nicht erstellt werden.',
    },
    reportsAgain: 'Es wird alle paar Minuten erneut versucht.',
    load: 'Foyer konnte nicht alles laden',
    forbidden: 'Dieser Link gilt nicht mehr',
    forbiddenHelp:
      'Öffnen Sie die Übersicht noch einmal über den Link, den Foyer auf dem Computer im Geschäft zeigt.',
    toSettings: 'Port in den Einstellungen ändern',
    toCamera: 'Ansehen',
    tryAgain: 'Noch einmal versuchen',
  },
  errors: {
    forbidden: 'Diese Seite darf nur anzeigen. Ändern können Sie das auf dem Computer im Geschäft.',
    'not-found': 'Das gibt es nicht mehr. Vielleicht hat es inzwischen jemand entfernt.',
    internal: 'In Foyer ist etwas schiefgegangen. Versuchen Sie es noch einmal.',
    invalid: 'Das geht so nicht: „{message}“',
    conflict: 'Das ist im Moment nicht möglich, so wie die Dinge stehen: „{message}“',
    unavailable: 'Das ist gerade nicht möglich: „{message}“',
    unreachable: 'Foyer antwortet nicht. Läuft es auf dem Computer im Geschäft?',
  },
  actions: {
    save: 'Speichern',
    cancel: 'Abbrechen',
    copy: 'Kopieren',
    copied: 'Kopiert',
    dismiss: 'Schließen',
    explain: 'Was bedeutet „{name}“?',
  },
  time: {
    ago: {
      now: 'gerade eben',
      minutes: 'vor {n} Minute | vor {n} Minuten',
      hours: 'vor {n} Stunde | vor {n} Stunden',
      days: 'vor {n} Tag | vor {n} Tagen',
    },
    length: {
      seconds: '{n} Sekunde | {n} Sekunden',
      minutes: '{n} Minute | {n} Minuten',
      hours: '{n} Stunde | {n} Stunden',
      days: '{n} Tag | {n} Tage',
    },
    exact: {
      minutes: '{minutes} Min.',
      hours: '{hours} Std.',
      both: '{hours} Std. {minutes} Min.',
    },
  },
};
