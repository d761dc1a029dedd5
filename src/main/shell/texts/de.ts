import { de as sentences } from '#shared/sentences/de';
import type { ShellTexts } from './en';

const figure = new Intl.NumberFormat('de').format;
const counted = (n: number, one: string, many: string) => `${figure(n)} ${n === 1 ? one : many}`;

export const de: ShellTexts = {
  sentences,
  tray: {
    starting: 'Foyer startet',
    open: 'Foyer öffnen',
    quit: 'Foyer beenden',
    noVisitors: 'heute noch keine Besucher',
    visitors: (n) => `heute ${counted(n, 'Besucher', 'Besucher')}`,
    inside: (n) => `${figure(n)} im Geschäft`,
    cannotSave: 'Zählungen können nicht gespeichert werden',
    noPort: 'Kameras erreichen Foyer nicht: Der Port ist nicht offen',
    noCamera: 'Noch hat sich keine Kamera gemeldet',
    oneOnline: 'Die Kamera ist online',
    allOnline: 'Alle Kameras sind online',
    silent: (n, of) =>
      of === 1
        ? 'Die Kamera ist stumm'
        : `${figure(n)} von ${figure(of)} Kameras ${n === 1 ? 'ist' : 'sind'} stumm`,
  },
  menu: {
    file: 'Datei',
    edit: 'Bearbeiten',
    view: 'Ansicht',
    window: 'Fenster',
    help: 'Hilfe',
    about: 'Über Foyer',
    checkForUpdates: 'Nach Updates suchen …',
    copyDiagnostics: 'Diagnose kopieren',
    hide: 'Foyer ausblenden',
    hideOthers: 'Andere ausblenden',
    showAll: 'Alle einblenden',
    close: 'Fenster schließen',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    actualSize: 'Originalgröße',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fullScreen: 'Vollbild',
    minimize: 'Minimieren',
    front: 'Alle nach vorne bringen',
  },
  about: {
    what: 'Zählt die Menschen in Ihrem Geschäft. Alles bleibt auf diesem Computer.',
    dataFolder: (path) => `Datenordner: ${path}`,
    copyDiagnostics: 'Diagnose kopieren',
    openFolder: 'Datenordner öffnen',
  },
  ok: 'OK',
  keepsCounting: {
    title: 'Foyer zählt weiter',
    body: 'Das Fenster ist zu, die Kameras werden weiter gehört. Öffnen oder beenden können Sie Foyer über das Symbol neben der Uhr.',
  },
  alerts: {
    more: (n) => `${figure(n)} weitere`,
    allSilent: {
      title: 'Keine Kamera meldet sich',
      body: 'Läuft das Netzwerk? Am ehesten liegt es am Router oder an seinem Kabel.',
    },
    silent: (names, n, minutes) => ({
      title: `${names} ${n === 1 ? 'ist' : 'sind'} stumm`,
      body: `Seit ${counted(minutes, 'Minute', 'Minuten')} war nichts zu hören. Prüfen Sie Strom und Netzwerk.`,
    }),
    back: (names, n) => ({
      title: `${names} ${n === 1 ? 'ist' : 'sind'} wieder da`,
      body: 'Foyer fragt nach, was inzwischen gezählt wurde, sofern die Kamera sich daran erinnert.',
    }),
    limit: (site, inside, limit) => ({
      title: `${counted(inside, 'Person ist', 'Personen sind')} im Geschäft`,
      body: `${site}: Die Grenze liegt bei ${figure(limit)}.`,
    }),
    enteredClosed: (site, people) => ({
      title: people === 1 ? 'Jemand ist hereingekommen' : `${figure(people)} Personen sind hereingekommen`,
      body: `${site} hat geschlossen.`,
    }),
    insideAtClosing: (site, n) => ({
      title: 'Ist noch jemand im Geschäft?',
      body: `${site} hat geschlossen, und ${counted(n, 'Person wurde', 'Personen wurden')} nicht beim Gehen gesehen.`,
    }),
    cannotSave: 'Zählungen können nicht gespeichert werden',
    reports: {
      title: 'Berichte werden nicht geschrieben',
      body: 'Ist ihr Ordner da, und ist noch Platz? Foyer versucht es weiter und sagt in seinem Fenster mehr.',
    },
    newAddress: (from, to) => ({
      title: 'Dieser Computer hat eine neue Adresse',
      body: `Sie lautet jetzt ${to}, aber Kameras rufen noch ${from}. Tragen Sie dort die neue ein, oder lassen Sie den Router die alte behalten.`,
    }),
  },
  updates: {
    available: (version) => ({ title: `Foyer ${version} ist da`, body: 'Zum Installieren klicken.' }),
    notInstalled:
      'Dieses Foyer aktualisiert sich nicht selbst: Es wurde nicht mit dem Installationsprogramm eingerichtet.',
    newest: 'Das ist die neueste Version.',
    noAnswer: 'Es konnte nicht nach Updates gesucht werden. Besteht eine Verbindung zum Internet?',
    offer: (version) => ({
      title: `Foyer ${version} jetzt installieren?`,
      body: 'Foyer startet neu, das dauert etwa eine Minute. Die Kameras behalten ihre Zählungen so lange.',
    }),
    install: 'Installieren und neu starten',
    later: 'Später',
    notSaved: {
      title: 'Nicht installiert',
      body: 'Die Daten konnten vorher nicht gesichert werden. Ist die Festplatte voll?',
    },
    notGenuine: {
      title: 'Nicht installiert',
      body: 'Das Update konnte nicht geladen werden oder ist nicht echt. Es wurde nichts verändert.',
    },
  },
  page: {
    crashed: {
      title: 'Das Fenster funktioniert nicht mehr',
      body: 'Foyer zählt weiter. Das Fenster wurde neu geöffnet und ist noch einmal abgestürzt.',
    },
    frozen: {
      title: 'Das Fenster reagiert nicht',
      body: 'Foyer zählt weiter. Warten Sie einen Moment, oder öffnen Sie das Fenster neu.',
    },
    reload: 'Neu öffnen',
    wait: 'Warten',
    close: 'Fenster schließen',
  },
  start: {
    title: 'Foyer kann nicht starten',
    locked: (folder) =>
      `Mit ${folder} läuft schon ein anderes Foyer. Beenden Sie es zuerst; sein Symbol ist neben der Uhr.`,
    unwritable: (folder) => `Foyer kann nicht in seinen Ordner ${folder} schreiben.`,
    newer: (folder) =>
      `Die Daten in ${folder} stammen von einem neueren Foyer. Bitte installieren Sie die neueste Version.`,
    unreadable: (folder) => `Die Daten in ${folder} können nicht gelesen werden.`,
  },
};
