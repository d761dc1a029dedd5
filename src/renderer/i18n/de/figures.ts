import type { figures as english } from '../en/figures';

export const figures: typeof english = {
  in: {
    name: 'Besucher',
    short: 'Herein',
    help: 'Menschen, die hereinkamen, gezählt an allen Eingängen des Geschäfts. Wer hinausgeht und wiederkommt, zählt noch einmal. Auch das Personal wird gezählt.',
  },
  out: {
    name: 'Gegangen',
    short: 'Hinaus',
    help: 'Menschen, die hinausgingen, gezählt an allen Eingängen des Geschäfts.',
  },
  passby: {
    name: 'Passanten',
    short: 'Passanten',
    help: 'Menschen, die durch das Bild einer Kamera gingen und nicht hereinkamen. Eine Kamera sieht ihr eigenes Stück Gehweg, nicht die ganze Straße; lesen Sie die Zahl als Tendenz.',
  },
  turnback: {
    name: 'Umgekehrt',
    short: 'Umgekehrt',
    help: 'Menschen, die auf den Eingang zugingen und vor dem Hereinkommen umkehrten.',
  },
  inside: {
    name: 'Jetzt im Geschäft',
    help: 'Alle, die seit Tagesbeginn hereinkamen, minus alle, die gingen. Wird jemand übersehen, verschiebt sich die Zahl; deshalb wird sie mit dem verglichen, was die Kameras selbst sehen.',
  },
  seen: {
    name: 'Unter den Kameras',
    help: 'Wie viele Menschen die Kameras in diesem Augenblick zusammen im Bild haben. Sie sehen die Fläche unter sich, nicht das ganze Geschäft.',
  },
  mostInside: {
    name: 'Höchststand',
    help: 'Die höchste Zahl von Menschen im Geschäft am Ende einer Viertelstunde des Tages, gezählt an den Eingängen.',
  },
  avgVisit: {
    name: 'Besuchsdauer',
    help: 'Wie lange die Menschen im Durchschnitt im Geschäft blieben: die Zeit, die alle zusammen darin verbrachten ÷ Besucher. Berechnet wird das, wenn der Tag vorbei ist, und nur, wenn er fast ganz erfasst wurde, so viele gingen wie kamen und mindestens 30 Besucher da waren.',
  },
  usual: {
    name: 'Üblich für diesen Wochentag',
    help: 'An acht von zehn der letzten acht gut erfassten Tage mit demselben Wochentag waren es bis zu dieser Zeit so viele Besucher.',
  },
  lastWeek: {
    name: 'Verglichen mit vor einer Woche',
    help: 'Besucher bis zur letzten vollen Viertelstunde, verglichen mit denselben Minuten sieben Tage zuvor. Viertelstunden, die an einem der beiden Tage nicht erfasst wurden, bleiben auf beiden Seiten weg.',
  },
  turnInRate: {
    name: 'Eintrittsquote',
    help: 'Der Anteil aller draußen von den Kameras bemerkten Menschen, der hereinkam: Besucher ÷ (Besucher + Passanten).',
    parts: '{in} von {all} kamen herein',
  },
  turnBackRate: {
    name: 'Umkehrquote',
    help: 'Anteil derer, die am Eingang kehrtmachten: umgekehrt ÷ (Besucher + umgekehrt).',
    parts: '{part} von {all} kehrten um',
  },
  conversion: {
    name: 'Kaufquote',
    help: 'Anteil der Besucher, die etwas kauften: Verkäufe ÷ Besucher derselben Stunden, an Tagen, für die Sie die Verkäufe notiert haben.',
  },
  valuePerVisitor: {
    name: 'Umsatz pro Besucher',
    help: 'Was ein Besucher im Schnitt gebracht hat: Einnahmen ÷ Besucher derselben Stunden, an Tagen, für die Sie die Einnahmen notiert haben.',
  },
  avgStay: {
    name: 'Durchschnittliche Zeit im Bild',
    short: 'Zeit im Bild',
    help: 'Wie lange Menschen im Durchschnitt unter der Kamera blieben. Das ist nicht die Zeit, die sie im Geschäft verbrachten.',
  },
  coverage: {
    name: 'Erfassung',
    help: 'Der Anteil der Zeit, in der die Kameras ein Lebenszeichen gaben. Unter 100 % fehlt etwas; die wahren Zahlen können dann höher sein.',
  },
};
