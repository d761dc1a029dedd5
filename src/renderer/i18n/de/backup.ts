import type { backup as english } from '../en/backup';

export const backup: typeof english = {
  title: 'Sicherung',
  help: 'Einmal am Tag kopiert Foyer von selbst alles. Es behält eine Kopie von jedem der letzten 7 Tage und von jedem der letzten 12 Monate.',
  last: 'Letzte Sicherung',
  none: 'Noch keine. Die erste macht Foyer von selbst, bald nachdem die erste Kamera gemeldet hat.',
  when: '{day}, {time}',
  place: 'Wo die Sicherungen liegen',
  placeHelp:
    'Geht dieser Computer kaputt, sind seine Sicherungen mit ihm weg. Speichern Sie ab und zu alles in einer Datei auf einem USB-Stick.',
  now: 'Jetzt sichern',
  made: 'Gesichert',
  list: 'Frühere Stände',
  beforeRestore: 'aufgehoben, als Sie zurückgingen oder eine Datei übernahmen',
  goBack: 'Dahin zurück',
  goBackOf: 'Dahin zurück: {when}',
  more: '{n} weitere Sicherung zeigen | {n} weitere Sicherungen zeigen',
  ask: {
    title: 'Zurück zu {when}?',
    goes: 'Alles seitdem geht weg: Zählungen, Kameras, Geschäfte und Einstellungen sind wieder wie in jenem Moment.',
    stays: 'Foyer hebt auf, was jetzt da ist, damit Sie es zurückholen können.',
    confirm: 'Zurückgehen',
    working: 'Einen Moment …',
  },
  file: {
    title: 'Auf einen anderen Computer umziehen',
    help: 'Speichern Sie hier alles in einer Datei, übernehmen Sie sie auf dem anderen Computer, und tragen Sie dann dessen Adresse in den Kameras ein.',
    save: 'Alles in einer Datei speichern',
    savedFile: 'Alles ist gespeichert in {path}',
    savedDownload: 'Die Datei finden Sie bei Ihren Downloads',
    open: 'Aus einer Datei übernehmen',
  },
  askFile: {
    title: 'Alles aus einer Datei übernehmen?',
    goes: 'Alle Zählungen, Kameras, Geschäfte und Einstellungen auf diesem Computer weichen denen in der Datei.',
    confirm: 'Datei wählen',
  },
  done: {
    back: 'Foyer ist wieder auf dem Stand von {when}. Was bis jetzt da war, ist aufgehoben.',
    file: 'Alles ist jetzt wie in der Datei. Was bis jetzt da war, ist aufgehoben.',
    undone: 'Alles ist wie zuvor.',
    undo: 'Rückgängig machen',
  },
};
