import type { cameras as english } from '../en/cameras';

export const cameras: typeof english = {
  title: 'Kameras',
  none: 'Noch hat sich keine Kamera gemeldet.',
  retired: 'Stillgelegte Kameras zeigen ({n})',
  setUp: 'Kamera einrichten',
  summary: '{n} Kamera | {n} Kameras',
  needLook: '{n} braucht Aufmerksamkeit | {n} brauchen Aufmerksamkeit',
  allWell: 'Alle zählen',
  find: 'Kamera suchen',
  noneFound: 'Keine Kamera hat „{text}“ im Namen oder in der Seriennummer.',
  group: {
    attention: 'Braucht Aufmerksamkeit',
    fine: 'Zählt',
    retired: 'Stillgelegt',
    blocked: 'Gesperrt',
  },
  attention: {
    flooding:
      'Schickt weit mehr Meldungen, als eine Kamera kann. Wenn Sie das Gerät nicht kennen, sperren Sie es.',
    offline: 'Kein Lebenszeichen. Prüfen Sie Strom und Netzwerkkabel.',
    waiting: 'Wartet auf ihre erste Meldung.',
  },
  demo: 'Demo',
  inner: 'Durchgang im Inneren',
  todayIn: 'Herein heute',
  rename: {
    button: 'Umbenennen',
    give: 'Namen geben',
    title: 'Dieser Kamera einen Namen geben',
    help: 'Sagen Sie, wo sie hängt, zum Beispiel „Haupteingang“. Seriennummer {sn}.',
    field: 'Name',
    done: 'Die Kamera heißt jetzt „{name}“.',
  },
  add: {
    button: 'Mit Seriennummer hinzufügen',
    title: 'Kamera hinzufügen',
    help: 'Die Seriennummer ist auf die Kamera gedruckt und steht auf ihrer Einstellungsseite.',
    serial: 'Seriennummer',
    name: 'Name (kann warten)',
    done: 'Hinzugefügt. Foyer zählt sie ab ihrem nächsten Lebenszeichen.',
  },
  strip: {
    listening: 'Empfängt auf Port {port}',
    down: 'Kein Empfang',
    address: 'Kameras senden an',
    noAddress: 'Dieser Computer ist mit keinem Netzwerk verbunden.',
  },
  uncounted: {
    title: '{n} neue Kamera hat noch nie jemanden gezählt | {n} neue Kameras haben noch nie jemanden gezählt',
    help: 'Vielleicht probiert ein Gerät Seriennummern aus. Sind es nicht Ihre, nehmen Sie sie von der Liste. Eine echte kommt von selbst wieder.',
    remove: 'Die eine entfernen, die nie zählte | Die {n} entfernen, die nie zählten',
    done: '{n} Kamera entfernt. | {n} Kameras entfernt.',
  },
  moved: {
    title: 'Dieser Computer hat eine neue Adresse',
    text: '{cameras} sendet noch an {old}. Tragen Sie in ihren Einstellungen {now} ein. | {cameras} senden noch an {old}. Tragen Sie in ihren Einstellungen {now} ein.',
    unknown:
      '{cameras} sendet noch an {old}; diese Adresse hat der Computer nicht mehr. | {cameras} senden noch an {old}; diese Adresse hat der Computer nicht mehr.',
    how: 'So geht es',
  },
};
