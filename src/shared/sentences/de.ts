import type { Sentences } from '../sentences';

export const de: Sentences = {
  'disk-full':
    'Die Festplatte ist voll. Die Kameras behalten ihre Zählungen und senden sie noch einmal, sobald Platz ist.',
  'not-writable': 'Foyer darf nicht in {folder} schreiben. Bis dahin behalten die Kameras ihre Zählungen.',
  'folder-gone':
    'Der Datenordner {folder} ist weg. Wurde ein Laufwerk entfernt? Die Kameras behalten ihre Zählungen.',
  'not-saved':
    'Zählungen konnten nicht in {folder} gespeichert werden. Die Kameras behalten sie und senden sie noch einmal.',
  'thread-restarts':
    'Die Zählung wurde durch einen Fehler unterbrochen und beginnt gleich wieder. So lange behalten die Kameras ihre Zählungen.',
  'thread-keeps-failing':
    'Die Zählung lässt sich nicht wieder starten; Foyer versucht es weiter. Bitte starten Sie diesen Computer neu. So lange behalten die Kameras ihre Zählungen.',
  'backup-failed':
    'Die tägliche Sicherung konnte nicht geschrieben werden. Ist noch Platz auf der Festplatte?',
  'open-elsewhere':
    'Die Datei ist in einem anderen Programm geöffnet. Schließen Sie sie dort und versuchen Sie es noch einmal.',
  'not-allowed': 'In diesen Ordner kann nicht geschrieben werden. Wählen Sie einen anderen.',
  'no-room': 'Die Festplatte ist voll. Schaffen Sie Platz, oder wählen Sie eine andere.',
  'read-only': 'Dieser Datenträger kann nur gelesen werden. Wählen Sie einen anderen Ort.',
  'folder-missing': 'Diesen Ordner gibt es nicht mehr. Wählen Sie einen anderen.',
  'name-unusable': 'So kann eine Datei hier nicht heißen. Wählen Sie einen anderen Namen.',
  'too-little-room': 'Auf der Festplatte ist nicht genug Platz.',
  'path-unusable': '{path} kann nicht benutzt werden. Ist es anderswo geöffnet oder geschützt?',
  'not-foyer': 'Das ist keine Datei von Foyer.',
  'newer-file': 'Diese Datei stammt von einem neueren Foyer. Bitte installieren Sie zuerst diese Version.',
  'damaged-file': 'Die Datei ist beschädigt: {cause}',
  'unreadable-file': 'Diese Datei lässt sich nicht als Datenbank lesen.',
  'file-gone': 'Diese Datei gibt es nicht mehr.',
  'file-too-large': 'Diese Datei ist zu groß, um von Foyer zu sein.',
  'port-in-use':
    'Port {port} wird schon von einem anderen Programm benutzt. Beenden Sie es, oder wählen Sie einen anderen Port.',
  'port-not-allowed':
    'Dieser Computer lässt Foyer den Port {port} nicht benutzen. Wählen Sie einen Port über 1023.',
  'no-such-address': 'Dieser Computer hat keine Adresse {host}.',
  'port-failed': 'Foyer kann auf Port {port} nicht empfangen ({cause}).',
  starting: 'Foyer startet noch.',
  closing: 'Foyer wird gerade beendet.',
  'camera-known': 'Die Kamera {sn} gibt es schon.',
  'not-replaced': 'Nichts hat {sn} abgelöst.',
  'replaced-already': '{by} hat {sn} schon abgelöst.',
  'cannot-replace': '{by} kann {sn} nicht ablösen.',
  'demo-needs-port': 'Die Demo braucht den Kamera-Port, und der ist nicht offen.',
  'time-reversed': 'Das Ende muss nach dem Anfang liegen.',
  'not-quarter': 'Zeiten müssen auf einer Viertelstunde liegen.',
  'correction-too-long': 'Höchstens ein Monat kann auf einmal korrigiert werden.',
  'not-over': 'Nur was vorbei ist, kann korrigiert werden.',
  'no-figure': 'Nennen Sie mindestens eine Zahl.',
  'corrected-already': 'Ein Teil dieser Zeit ist schon korrigiert. Nehmen Sie diese Korrektur zuerst zurück.',
  'no-currency': 'Wählen Sie zuerst die Währung der Einnahmen.',
  'import-gone': 'Dieser Import kann nicht mehr zurückgenommen werden.',
  'no-folder': 'Wählen Sie zuerst einen Ordner.',
  'path-not-whole': 'Schreiben Sie den ganzen Pfad des Ordners, vom Laufwerk an.',
  'not-fetched': 'Der Browser hat die Datei nicht abgeholt. Sperrt er Downloads?',
  'export-broken-off':
    'Die Datei wurde abgebrochen, weil eine Sicherung an die Stelle der Daten getreten ist oder Foyer beendet wird. Bitte speichern Sie sie noch einmal.',
  'file-not-saved': 'Die Datei konnte nicht gespeichert werden.',
  'reports-not-written': 'Die Berichte konnten nicht geschrieben werden.',
  'page-needs-window': 'Eine Seite lässt sich nur drucken, wo Foyer ein Fenster hat.',
};
