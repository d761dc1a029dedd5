import type { WorkbookTexts } from '../texts';

export const de: WorkbookTexts = {
  headings: {
    site: 'Geschäft',
    camera: 'Kamera',
    serial: 'Seriennummer',
    in: 'Besucher',
    out: 'Gegangen',
    passby: 'Passanten',
    turnback: 'Umgekehrt',
    in_adult: 'Erwachsene',
    in_child: 'Kinder',
    in_staff: 'Personal',
    turn_in_rate: 'Eintrittsquote',
    turn_back_rate: 'Umkehrquote',
    coverage: 'Erfassung',
    days_counted: 'Tage gezählt',
    busiest_day: 'Stärkster Tag',
    busiest_day_in: 'Besucher an dem Tag',
    state: 'Zustand',
    counts_as: 'Zählt als',
    turned_round: 'Umgedreht',
    replaces: 'Ersetzt',
    first_seen: 'Zuerst gehört',
    last_seen: 'Zuletzt gehört',
    what: 'Was',
    about: 'Bedeutung',
  },
  states: { new: 'neu', active: 'in Betrieb', blocked: 'gesperrt', retired: 'außer Dienst' },
  roles: { entrance: 'Eingang', inner: 'innen' },
  yes: 'ja',
  no: 'nein',
  hours: { all: 'alle Stunden', open: 'nur Öffnungszeiten', closed: 'nur außerhalb der Öffnungszeiten' },
  about: {
    from: 'Von',
    to: 'Bis (einschließlich)',
    timeZone: 'Zeitzone',
    made: 'Erstellt',
    hours: 'Stunden',
    children: 'Kinder',
    staff: 'Personal',
    corrections: 'Korrekturen',
    empty: 'Leere Zellen',
  },
  says: {
    children: 'Unter {cm} cm, wo die Kamera es nicht selbst sagt.',
    staff: 'Wird wie alle gezählt; in_staff sagt, wie viele der Besucher eine Personalkarte hatten.',
    corrections:
      'In eigenen Spalten auf den Blättern Daily und Hourly; nicht in den anderen Spalten und nicht in der Übersicht.',
  },
  means: {
    in: 'Besucher: Menschen, die durch diese Tür hereingekommen sind.',
    out: 'Menschen, die durch diese Tür gegangen sind.',
    passby:
      'Menschen, die vorbeigegangen sind, so weit die Kamera sieht. Eine Tendenz, nicht die ganze Straße.',
    turnback: 'Menschen, die bis zur Tür gekommen und umgekehrt sind.',
    inAdultChild: 'Von den Besuchern, wie die Kamera sie unterscheidet, sonst nach ihrer Größe.',
    inStaff: 'Von den Besuchern die mit einer Personalkarte. Sie sind bei den Besuchern mitgezählt.',
    avgStay:
      'Mittlere Zeit unter der Kamera in Sekunden, nach Personen gewichtet. Es ist nicht die Zeit im Geschäft.',
    occupancy:
      'Menschen im ganzen Geschäft: am Ende des Zeitraums und die meisten am Ende einer Viertelstunde. Ein Geschäftstag, der vorbei ist, ist um Zählfehler bereinigt.',
    turnInRate: 'in ÷ (in + passby)',
    turnBackRate: 'turnback ÷ (in + turnback)',
    coverage:
      'Minuten mit einem Lebenszeichen der Kamera ÷ Minuten des Zeitraums. Unter 100 % wurde etwas nicht gezählt.',
    quality:
      'ok; partial: ein Teil fehlt; missing: nichts ist bekannt; estimated: errechnet; edited: vom Inhaber korrigiert, siehe in_corrected.',
    corrected:
      'Die Zahlen mit den Korrekturen des Inhabers, neben dem, was die Kamera gemeldet hat. Leer, wo nichts korrigiert wurde.',
    empty: 'Nichts ist bekannt. Es heißt nicht null.',
    window:
      'Ortszeit des Geschäfts; das Ende gehört nicht dazu. Wenn die Uhr zurückgestellt wird, unterscheidet utc_offset die doppelte Stunde.',
  },
};
