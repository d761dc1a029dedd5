import type { backup as english } from '../en/backup';

export const backup: typeof english = {
  title: 'Sauvegarde',
  help: 'Une fois par jour, Foyer copie tout de lui-même. Il garde une copie de chacun des 7 derniers jours et de chacun des 12 derniers mois.',
  last: 'Dernière sauvegarde',
  none: 'Aucune pour l’instant. Foyer fait la première de lui-même, peu après le premier envoi d’une caméra.',
  when: '{day}, {time}',
  place: 'Où sont les sauvegardes',
  placeHelp:
    'Si cet ordinateur tombe en panne, ses sauvegardes sont perdues avec lui. De temps en temps, enregistrez tout dans un fichier sur une clé USB.',
  now: 'Sauvegarder maintenant',
  made: 'Sauvegarde faite',
  list: 'États précédents',
  beforeRestore: 'gardé lors d’un retour en arrière ou de la reprise d’un fichier',
  goBack: 'Revenir à cet état',
  goBackOf: 'Revenir à cet état : {when}',
  more: 'Afficher {n} sauvegarde de plus | Afficher {n} sauvegardes de plus',
  ask: {
    title: 'Revenir à {when} ?',
    goes: 'Tout ce qui a suivi disparaît : comptages, caméras, magasins et réglages redeviennent ce qu’ils étaient à ce moment.',
    stays: 'Foyer garde ce qui est là maintenant, pour que vous puissiez le retrouver.',
    confirm: 'Revenir',
    working: 'Un instant…',
  },
  file: {
    title: 'Passer à un autre ordinateur',
    help: 'Enregistrez ici tout dans un fichier, reprenez-le sur l’autre ordinateur, puis saisissez l’adresse de celui-ci dans les caméras.',
    save: 'Tout enregistrer dans un fichier',
    savedFile: 'Tout est enregistré dans {path}',
    savedDownload: 'Le fichier sera parmi vos téléchargements',
    open: 'Reprendre depuis un fichier',
  },
  askFile: {
    title: 'Tout reprendre depuis un fichier ?',
    goes: 'Tous les comptages, caméras, magasins et réglages de cet ordinateur laissent la place à ceux du fichier.',
    confirm: 'Choisir le fichier',
  },
  done: {
    back: 'Foyer est revenu à {when}. Ce qui était là jusqu’ici est gardé.',
    file: 'Tout est maintenant comme dans le fichier. Ce qui était là jusqu’ici est gardé.',
    undone: 'Tout est comme avant.',
    undo: 'Annuler',
  },
};
