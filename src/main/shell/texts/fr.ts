import { fr as sentences } from '#shared/sentences/fr';
import type { ShellTexts } from './en';

const figure = new Intl.NumberFormat('fr').format;
/** Nothing is singular here: « 0 visiteur ». */
const counted = (n: number, one: string, many: string) => `${figure(n)} ${n < 2 ? one : many}`;

export const fr: ShellTexts = {
  sentences,
  tray: {
    starting: 'Foyer démarre',
    open: 'Ouvrir Foyer',
    quit: 'Quitter Foyer',
    noVisitors: 'pas encore de visiteur aujourd’hui',
    visitors: (n) => `${counted(n, 'visiteur', 'visiteurs')} aujourd’hui`,
    inside: (n) => `${figure(n)} à l’intérieur`,
    cannotSave: 'Les comptages ne peuvent pas être enregistrés',
    noPort: 'Les caméras ne peuvent pas appeler : le port n’est pas ouvert',
    noCamera: 'Aucune caméra n’a encore appelé',
    oneOnline: 'La caméra est en ligne',
    allOnline: 'Toutes les caméras sont en ligne',
    silent: (n, of) => `${figure(n)} caméra${n < 2 ? '' : 's'} sur ${figure(of)} sans signal`,
  },
  menu: {
    file: 'Fichier',
    edit: 'Édition',
    view: 'Affichage',
    window: 'Fenêtre',
    help: 'Aide',
    about: 'À propos de Foyer',
    checkForUpdates: 'Chercher des mises à jour…',
    copyDiagnostics: 'Copier le diagnostic',
    hide: 'Masquer Foyer',
    hideOthers: 'Masquer les autres',
    showAll: 'Tout afficher',
    close: 'Fermer la fenêtre',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    actualSize: 'Taille réelle',
    zoomIn: 'Zoom avant',
    zoomOut: 'Zoom arrière',
    fullScreen: 'Plein écran',
    minimize: 'Réduire',
    front: 'Tout ramener au premier plan',
  },
  about: {
    what: 'Compte les personnes dans votre magasin. Tout reste sur cet ordinateur.',
    dataFolder: (path) => `Dossier des données : ${path}`,
    copyDiagnostics: 'Copier le diagnostic',
    openFolder: 'Ouvrir le dossier des données',
  },
  ok: 'OK',
  keepsCounting: {
    title: 'Foyer continue de compter',
    body: 'La fenêtre est fermée, les caméras sont toujours entendues. Ouvrez ou quittez Foyer par son icône près de l’horloge.',
  },
  alerts: {
    more: (n) => `${counted(n, 'autre', 'autres')}`,
    allSilent: {
      title: 'Aucune caméra n’appelle',
      body: 'Le réseau fonctionne-t-il ? Le plus souvent, c’est le routeur ou son câble.',
    },
    silent: (names, n, minutes) => ({
      title: `${names} : plus de signal`,
      body: `Rien n’a été entendu depuis ${counted(minutes, 'minute', 'minutes')}. Vérifiez l’alimentation et le réseau.`,
    }),
    back: (names, n) => ({
      title: `${names} : de retour`,
      body: `Foyer demande ce qui a été compté entre-temps, si ${n === 1 ? 'la caméra s’en souvient' : 'les caméras s’en souviennent'}.`,
    }),
    limit: (site, inside, limit) => ({
      title: `${counted(inside, 'personne', 'personnes')} à l’intérieur`,
      body: `${site} : la limite est de ${figure(limit)}.`,
    }),
    enteredClosed: (site, people) => ({
      title: people === 1 ? 'Quelqu’un est entré' : `${figure(people)} personnes sont entrées`,
      body: `${site} : c’est fermé.`,
    }),
    insideAtClosing: (site, n) => ({
      title: 'Reste-t-il quelqu’un à l’intérieur ?',
      body: `${site} a fermé, et ${counted(n, 'personne n’a', 'personnes n’ont')} pas été vue${n < 2 ? '' : 's'} en train de sortir.`,
    }),
    cannotSave: 'Les comptages ne peuvent pas être enregistrés',
    reports: {
      title: 'Les rapports ne sont pas écrits',
      body: 'Leur dossier est-il là, et y a-t-il de la place ? Foyer continue d’essayer et en dit plus dans sa fenêtre.',
    },
    newAddress: (from, to) => ({
      title: 'Cet ordinateur a une nouvelle adresse',
      body: `C’est maintenant ${to}, et des caméras appellent encore ${from}. Saisissez-y la nouvelle, ou faites garder l’ancienne au routeur.`,
    }),
  },
  updates: {
    available: (version) => ({ title: `Foyer ${version} est disponible`, body: 'Cliquez pour l’installer.' }),
    notInstalled:
      'Ce Foyer ne se met pas à jour lui-même : il n’a pas été installé par son programme d’installation.',
    newest: 'C’est la version la plus récente.',
    noAnswer: 'Impossible de chercher des mises à jour. Êtes-vous connecté à Internet ?',
    offer: (version) => ({
      title: `Installer Foyer ${version} maintenant ?`,
      body: 'Foyer redémarre, ce qui prend environ une minute. Les caméras gardent leurs comptages pendant ce temps.',
    }),
    install: 'Installer et redémarrer',
    later: 'Plus tard',
    notSaved: {
      title: 'Non installé',
      body: 'Les données n’ont pas pu être enregistrées avant. Le disque est-il plein ?',
    },
    notGenuine: {
      title: 'Non installé',
      body: 'La mise à jour n’a pas pu être téléchargée, ou n’est pas authentique. Rien n’a été modifié.',
    },
  },
  page: {
    crashed: {
      title: 'La fenêtre ne fonctionne plus',
      body: 'Foyer continue de compter. La fenêtre a été rouverte et s’est arrêtée une nouvelle fois.',
    },
    frozen: {
      title: 'La fenêtre ne répond pas',
      body: 'Foyer continue de compter. Patientez un peu, ou rouvrez la fenêtre.',
    },
    reload: 'Rouvrir',
    wait: 'Patienter',
    close: 'Fermer la fenêtre',
  },
  start: {
    title: 'Foyer ne peut pas démarrer',
    locked: (folder) =>
      `Un autre Foyer fonctionne déjà sur ${folder}. Quittez-le d’abord ; son icône est près de l’horloge.`,
    unwritable: (folder) => `Foyer ne peut pas écrire dans son dossier ${folder}.`,
    newer: (folder) =>
      `Les données de ${folder} viennent d’un Foyer plus récent. Veuillez installer la dernière version.`,
    unreadable: (folder) => `Les données de ${folder} ne peuvent pas être lues.`,
  },
};
