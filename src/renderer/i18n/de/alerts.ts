import type { alerts as english } from '../en/alerts';

export const alerts: typeof english = {
  title: 'Benachrichtigungen',
  elsewhere:
    'Benachrichtigungen erscheinen in der Desktop-App von Foyer, auf dem Computer, auf dem sie läuft, und nicht in diesem Browser. Was Sie hier wählen, gilt für diese App.',
  cameraSilent: {
    label: 'Eine Kamera meldet sich nicht',
    help: 'Während der Öffnungszeiten, einmal, und nach einem Tag erneut, wenn es anhält.',
  },
  cameraBack: {
    label: 'Eine Kamera meldet sich wieder',
    help: 'Während der Öffnungszeiten, wenn sie sich so lange nicht gemeldet hatte.',
  },
  silentAfterMinutes: {
    label: 'Eine Kamera gilt als stumm nach',
    help: 'Zeit ohne Lebenszeichen. Sie wird frühestens ab der Öffnung gezählt.',
    unit: 'Minuten',
    invalid: 'Ganze Minuten, von {least} bis {most}.',
  },
  occupancyLimit: {
    label: 'Zu viele Menschen sind im Geschäft',
    help: 'Sobald ein Geschäft die Grenze erreicht, dann jede halbe Stunde, solange es dabei bleibt.',
  },
  occupancyLimitPeople: {
    label: 'Grenze für jedes Geschäft',
    help: 'Ohne Grenze lassen Sie das Feld leer.',
    unit: 'Menschen',
    invalid: 'Eine ganze Zahl von {least} bis {most}, oder nichts.',
  },
  enteredWhileClosed: {
    label: 'Jemand kommt herein, während geschlossen ist',
    help: 'Höchstens alle 15 Minuten.',
  },
  insideAtClosing: {
    label: 'Nach Ladenschluss ist vielleicht noch jemand da',
    help: 'Einmal, frühestens zehn Minuten nach Ladenschluss, wenn nicht alle beim Hinausgehen gesehen wurden.',
  },
  staffMinutes: {
    label: 'Zeit, in der Personal kommt und geht',
    help: 'So lange vor der Öffnung und nach Ladenschluss bleiben die beiden Benachrichtigungen darüber aus.',
    unit: 'Minuten',
    invalid: 'Ganze Minuten, von {least} bis {most}.',
  },
  needHours:
    'Diese beiden brauchen Öffnungszeiten, und Ihr Geschäft hat noch keine. Sie legen sie oben auf dieser Seite fest.',
  storageTrouble: {
    label: 'Zählungen können nicht gespeichert werden',
    help: 'Zu jeder Stunde, etwa wenn der Datenträger voll ist. Alle vier Stunden erneut, solange es anhält.',
  },
  reportTrouble: {
    label: 'Geplante Berichte können nicht geschrieben werden',
    help: 'Zu jeder Stunde, wenn ihr Ordner eine halbe Stunde lang fehlt oder voll ist. Jeden Tag erneut, solange es anhält.',
  },
  addressChanged: {
    label: 'Dieser Computer hat eine neue Adresse',
    help: 'Zu jeder Stunde, einmal, wenn Kameras noch die alte anrufen.',
  },
};
