import type { day as english } from '../en/day';

export const day: typeof english = {
  loading: 'Die Zahlen von heute werden geladen',
  hours: {
    label: 'Welche Stunden zählen',
    open: 'Öffnungszeiten',
    all: 'Ganzer Tag',
    visitorsOpen: 'Besucher in den Öffnungszeiten',
    outside:
      '{n} außerhalb der Öffnungszeiten | {n} außerhalb der Öffnungszeiten | {n} außerhalb der Öffnungszeiten',
  },
  staleSince: 'Stand {time}, nicht verbunden',
  usual: {
    range: 'Üblich bis jetzt: {low}–{high}',
    exact: 'Üblich bis jetzt: {n}',
    more: 'Mehr als üblich',
    same: 'Wie üblich',
    fewer: 'Weniger als üblich',
    learning:
      'Für übliche Werte braucht es drei erfasste Tage dieses Wochentags; bisher keiner | Für übliche Werte braucht es drei erfasste Tage dieses Wochentags; bisher {n} | Für übliche Werte braucht es drei erfasste Tage dieses Wochentags; bisher {n}',
  },
  lastWeek: {
    more: '{n} mehr als vor einer Woche um diese Zeit | {n} mehr als vor einer Woche um diese Zeit',
    fewer: '{n} weniger als vor einer Woche um diese Zeit | {n} weniger als vor einer Woche um diese Zeit',
    same: 'So viele wie vor einer Woche um diese Zeit',
    none: 'Vor einer Woche wurde nichts erfasst, womit sich vergleichen ließe',
    parts: '({now} heute, {before} damals)',
    leftOut: 'Ohne {length}, an einem der beiden Tage nicht erfasst.',
  },
  inside: {
    counted: 'An den Eingängen gezählt, {age}',
    seen: '{count} von den Kameras gesehen',
    seenUnknown: 'Die Kameras sagen nicht, wer im Bild ist',
    most: 'Höchststand: {count} um {time}',
    empty: 'Jetzt ist es leer',
    set: 'Zahl setzen',
    setTitle: 'Wie viele Menschen sind im Geschäft?',
    setHelp:
      'Foyer zählt jetzt {count}. Von hier an zählt es von Ihrer Zahl aus weiter; die Besucherzahl bleibt, wie sie ist.',
    emptyTitle: 'Ist das Geschäft leer?',
    emptyHelp:
      'Foyer zählt jetzt {count} im Geschäft. Es macht bei null weiter; die Besucherzahl bleibt, wie sie ist.',
    field: 'Menschen im Geschäft',
    fieldError: 'Eine ganze Zahl von 0 bis 100.000.',
    confirm: 'Auf {count} setzen',
    done: 'Um {time} auf {count} gesetzt.',
    undo: 'Rückgängig',
    undone: 'Wieder auf {count} gesetzt.',
    corrections: 'Korrekturen heute',
    automatic: '{time}: auf {after} gesetzt, weil mehr gegangen als gekommen waren',
    manual: '{time}: von Hand von {before} auf {after} gesetzt',
    noCorrections: 'Heute keine Korrekturen.',
  },
  visit: {
    atClose: 'Wenn der Tag vorbei ist',
    yesterday: 'Gestern {length}',
    missing: {
      coverage: 'Für gestern nicht: Zu wenig wurde erfasst',
      imbalance: 'Für gestern nicht: Herein und hinaus weichen zu stark ab',
      'few-visitors': 'Für gestern nicht: Weniger als 30 Besucher',
      'not-over': 'Wenn der Tag vorbei ist',
    },
  },
  imbalance: {
    moreOut: 'Mehr Menschen gingen, als kamen',
    moreOutHelp:
      '{in} herein, {out} hinaus. Vielleicht hängt eine Kamera verkehrt herum, oder ein Eingang hat keine Kamera.',
    moreIn: 'Viel mehr kamen, als gingen',
    moreInHelp:
      '{in} herein, {out} hinaus. Wenn nicht alle im Geschäft sind, hat vielleicht ein Eingang keine Kamera. „Jetzt ist es leer“ stellt die Zahl richtig.',
  },
  facts: {
    title: 'Heute, nach Kamera',
    total: 'Zusammen',
    loading: 'Einen Moment …',
    rate: '{in} ÷ ({in} + {passby}) = {rate}',
    hoursOpen: 'Nur was in den Öffnungszeiten geschah.',
    hoursAll: 'Der ganze Tag seit Mitternacht.',
    hoursNone: 'Der ganze Tag seit Mitternacht. Es sind keine Öffnungszeiten eingetragen.',
    coverage: 'Erfasst: {percent} der bisherigen Zeit, am Eingang mit den größten Lücken.',
    quality: 'Was Foyer heute berichtigt hat',
    qualityNone: 'Heute musste nichts berichtigt werden.',
    times: '{n}× {what}',
    inner: 'Kameras im Inneren des Geschäfts gehören nicht dazu.',
  },
  words: {
    title: 'Der Tag in Worten',
    bought: '{sales} Verkäufe: {rate} der Besucher haben etwas gekauft.',
    brought: 'Ein Besucher brachte im Schnitt {value}.',
    none: 'Noch ist niemand hereingekommen.',
    soFar:
      'Bisher ist niemand hereingekommen. | Bisher ist ein Besucher hereingekommen. | Bisher sind {n} Besucher hereingekommen.',
    more: 'Bisher ist niemand hereingekommen, mehr als üblich. | Bisher ein Besucher, mehr als um diese Zeit üblich. | Bisher {n} Besucher, mehr als um diese Zeit üblich.',
    same: 'Bisher ist niemand hereingekommen, um diese Zeit ist das üblich. | Bisher ein Besucher, wie um diese Zeit üblich. | Bisher {n} Besucher, etwa so viele wie um diese Zeit üblich.',
    fewer:
      'Bisher ist niemand hereingekommen, weniger als um diese Zeit üblich. | Bisher ein Besucher, weniger als um diese Zeit üblich. | Bisher {n} Besucher, weniger als um diese Zeit üblich.',
    busiest:
      'Die stärkste Stunde war {time}. | Die stärkste Stunde war {time} mit einem Besucher. | Die stärkste Stunde war {time} mit {n} Besuchern.',
    busiestNow:
      'Die Stunde ab {time} ist bisher die stärkste. | Die Stunde ab {time} ist bisher die stärkste, mit einem Besucher. | Die Stunde ab {time} ist bisher die stärkste, mit {n} Besuchern.',
    gap: 'Vom Tag fehlen {length}; die wahre Zahl kann also höher sein.',
    partly: 'Nur {percent} der bisherigen Öffnungszeit wurden erfasst; die wahre Zahl kann also höher sein.',
    silent:
      '{name} ist gerade still; was sie zählen würde, fehlt. | {n} Kameras sind gerade still; was sie zählen würden, fehlt.',
  },
  notes: {
    title: 'Notiz für heute',
    add: 'Notiz hinzufügen',
    help: 'Ein Ausverkauf, ein Straßenfest, Regen: was diesen Tag später erklärt.',
    field: 'Notiz',
    edit: 'Notiz bearbeiten',
    left: 'Noch {n} Zeichen | Noch {n} Zeichen',
  },
  chart: {
    title: 'Der Tag',
    by: 'Schritt des Diagramms',
    range: '{low}–{high}',
    hour: 'Stunden',
    quarter: 'Viertelstunden',
    usual: 'Übliche Besucherzahl',
    usualTip: 'Üblich: {low}–{high}',
    table: 'Als Tabelle zeigen',
    time: 'Uhrzeit',
  },
  sites: {
    label: 'Geschäft',
    noCamera: 'Zu diesem Geschäft gehört noch keine Kamera.',
    chooseCamera: 'Unter „Kameras“ eine wählen',
  },
  tv: 'Vollbildansicht',
};
