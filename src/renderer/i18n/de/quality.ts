import type { quality as english } from '../en/quality';

export const quality: typeof english = {
  title: 'Datenqualität',
  intro: 'Was Foyer bemerkt hat und wie es damit umging. Zu tun ist hier nur etwas, wenn es sich wiederholt.',
  none: 'Nichts Ungewöhnliches.',
  rule: {
    resent: 'Dieselbe Meldung kam noch einmal; sie wurde einmal gezählt.',
    replaced: 'Eine berichtigte Meldung hat eine frühere ersetzt.',
    'value-set-aside': 'Ein unmöglicher Wert wurde weggelassen.',
    'counter-started': 'Eine fortlaufende Summe begann; gezählt wird von ihr an.',
    'counter-restarted': 'Die fortlaufende Summe begann wieder bei null, wie nach einem Neustart der Kamera.',
    'counter-late': 'Eine ältere fortlaufende Summe kam verspätet und wurde nicht gezählt.',
    'mode-changed': 'Die Kamera hat ihre Zählweise geändert.',
    'history-used': 'Zahlen aus dem Speicher der Kamera haben eine Lücke gefüllt.',
    'history-lower': 'Der Speicher der Kamera nennt weniger, als live gezählt wurde; die Live-Zahl bleibt.',
    'window-rebuilt': 'Eine Meldung hatte unmögliche Zeiten; sie wurden aus dem Übrigen erschlossen.',
    'clock-shifted': 'Zeiten wurden berichtigt, weil die Uhr der Kamera falsch ging.',
    'clock-wrong': 'Die Uhr der Kamera geht falsch.',
    'gap-recovered': 'Eine fehlende Zeit wurde aus dem Speicher der Kamera nachgeholt.',
    'gap-not-recovered': 'Eine fehlende Zeit war von der Kamera nicht mehr zu bekommen.',
    'new-camera': 'Eine Kamera hat sich zum ersten Mal gemeldet.',
    'too-many-reports': 'Sie hat weit mehr Meldungen geschickt, als eine Kamera kann.',
  },
  field: 'Feld: {field}',
  change: '{before} → {after}',
  valueBefore: 'Die Kamera sagte {before}',
};
