import type { refused as english } from '../en/refused';

export const refused: typeof english = {
  title: 'Abgelehnte Nachrichten',
  intro: 'Diese Nachrichten haben den Computer erreicht, waren aber nicht zu gebrauchen. Sie zählen nichts.',
  none: 'Nichts wurde abgelehnt.',
  from: 'von {address}',
  serial: 'Seriennummer {sn}',
  times: 'einmal | {n}-mal',
  answer: 'Die Kamera bekam zur Antwort:',
  place: 'Stelle: {place}',
  add: 'Diese Kamera hinzufügen',
  addedSince: 'Sie haben sie inzwischen hinzugefügt; ab ihrem nächsten Lebenszeichen wird sie gezählt.',
  allow: 'Diese Adresse erlauben',
  allowedSince: 'Sie haben sie inzwischen erlaubt; ab ihrem nächsten Lebenszeichen wird sie gezählt.',
  showBody: 'Nachricht zeigen',
  emptyBody: '(kein Inhalt)',
  what: {
    'empty-body': 'Eine leere Nachricht',
    'not-json': 'Keine Nachricht einer Kamera',
    'not-an-object': 'Keine Nachricht einer Kamera',
    'no-serial': 'Eine Nachricht ohne Seriennummer',
    'bad-serial': 'Eine unmögliche Seriennummer',
    'no-known-content': 'Eine Nachricht, in der nichts zu zählen ist',
    'no-usable-field': 'Eine Meldung ohne brauchbare Zahl',
    'no-time': 'Eine Meldung ohne Zeit',
    'bad-time': 'Eine Meldung mit unmöglicher Zeit',
    'bad-list': 'Eine beschädigte Liste früherer Zahlen',
    'unknown-path': 'Der falsche Pfad',
    'unknown-camera': 'Eine Kamera, die nicht hinzugefügt wurde',
    'blocked-camera': 'Eine gesperrte Kamera',
    'too-many-new-cameras': 'Zu viele neue Kameras',
    'too-large': 'Eine zu große Nachricht',
    'too-slow': 'Eine Nachricht, die nie vollständig ankam',
    'too-many-messages': 'Zu viele Nachrichten von einem Gerät',
    'address-not-allowed': 'Ein Gerät, das nicht senden darf',
    storage: 'Foyer konnte nicht speichern',
  },
  cure: {
    'empty-body':
      'Oft hat nur jemand die Adresse ausprobiert. Macht eine Kamera das immer wieder, starten Sie sie neu.',
    'not-json':
      'Ein anderes Gerät oder Programm hat diese Adresse aufgerufen, oder die Kamera sendet ein anderes Format. Wählen Sie in ihren Einstellungen „HTTP“ mit JSON.',
    'not-an-object':
      'Ein anderes Gerät oder Programm hat diese Adresse aufgerufen, oder die Kamera sendet ein anderes Format. Wählen Sie in ihren Einstellungen „HTTP“ mit JSON.',
    'no-serial': 'Sehen Sie in den Einstellungen der Kamera nach, ob die Seriennummer leer ist.',
    'bad-serial':
      'Eine Seriennummer hat bis zu 64 Buchstaben und Ziffern. Berichtigen Sie sie in den Einstellungen der Kamera.',
    'no-known-content':
      'Sehen Sie nach, ob das Zählen in der Kamera eingeschaltet und ihre Linie oder Zone gezeichnet ist.',
    'no-usable-field':
      'Sehen Sie nach, ob das Zählen in der Kamera eingeschaltet und ihre Linie oder Zone gezeichnet ist.',
    'no-time': 'Stellen Sie die Uhr der Kamera; sie sollte ihre Zeit aus dem Heartbeat übernehmen.',
    'bad-time': 'Stellen Sie die Uhr der Kamera; sie sollte ihre Zeit aus dem Heartbeat übernehmen.',
    'bad-list':
      'Ihre übrigen Zahlen werden gezählt. Wiederholt es sich, aktualisieren Sie die Software der Kamera.',
    'unknown-path':
      'Berichtigen Sie in den Einstellungen der Kamera die beiden Pfade. „Kamera einrichten“ zeigt sie zum Kopieren.',
    'unknown-camera': 'Ist es Ihre, fügen Sie sie hinzu; von da an wird sie gezählt.',
    'blocked-camera':
      'Sie haben sie gesperrt. Damit sie wieder zählt, öffnen Sie ihre Seite und entsperren Sie sie.',
    'too-many-new-cameras':
      'Benennen oder sperren Sie die neuen Kameras in der Liste, dann können weitere dazukommen.',
    'too-large':
      'Fragen Sie diese Kamera nach kürzeren Abschnitten ihrer Vergangenheit, oder lassen Sie sie öfter melden.',
    'too-slow': 'Das Netzwerk zwischen Kamera und Computer ist schwach. Prüfen Sie das Kabel oder das WLAN.',
    'too-many-messages':
      'Ein Gerät sendet weit mehr als eine Kamera. Ist es eine Kamera, starten Sie sie neu; kennen Sie es nicht, nehmen Sie es aus dem Netzwerk.',
    'address-not-allowed':
      'Nur die Geräte auf Ihrer Liste dürfen senden. Ist dies Ihre Kamera, erlauben Sie sie.',
    storage:
      'Die Kamera behält ihre Zahlen und sendet sie noch einmal. Schaffen Sie Platz auf der Festplatte dieses Computers.',
  },
};
