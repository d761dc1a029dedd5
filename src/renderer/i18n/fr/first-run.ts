import type { firstRun as english } from '../en/first-run';

export const firstRun: typeof english = {
  title: 'Bienvenue dans Foyer',
  intro: 'Trois étapes, environ cinq minutes.',
  steps: 'Étapes',
  skip: 'Passer pour l’instant',
  resume: 'Me guider pas à pas',
  back: 'Retour',
  shop: {
    title: 'Votre magasin',
    intro:
      'Le nom figure sur les écrans et les rapports. Les journées commencent et finissent dans son fuseau horaire.',
    name: 'Nom du magasin',
    nameMissing: 'Il faut un nom au magasin.',
    zone: 'Fuseau horaire',
    zoneHelp: 'Saisissez une ville, par exemple Paris.',
    zoneUnknown: 'Choisissez un fuseau horaire dans la liste.',
    next: 'Suivant',
  },
  camera: {
    title: 'La première caméra',
    intro:
      'Dirigez une caméra vers cet ordinateur, ou découvrez d’abord Foyer avec une caméra de démonstration.',
    own: 'J’ai une caméra',
    ownHelp: 'Foyer montre quoi y saisir et vérifie chaque étape.',
    ownButton: 'Installer ma caméra',
    demo: 'Juste pour voir',
    demoHelp:
      'Une caméra de démonstration compte des personnes dans un magasin inventé. Elle disparaît sans trace quand vous la supprimez.',
    demoButton: 'Essayer la caméra de démonstration',
    waiting: 'Ou allumez votre caméra maintenant : Foyer continue tout seul dès qu’elle appelle.',
  },
  count: {
    title: 'Le premier comptage',
    waiting: '{name} a appelé. Passez dessous ; les premiers chiffres suivent tout seuls.',
    waitingDemo: 'La caméra de démonstration est au travail. Ses premiers chiffres arrivent dans un instant.',
    done: '{name} compte. Tout est prêt.',
    finish: 'Voir aujourd’hui',
  },
  demo: {
    running: 'Une caméra de démonstration compte des personnes inventées.',
    stop: 'La supprimer avec tout ce qu’elle a compté',
    stopped: 'La caméra de démonstration et tout ce qu’elle a compté ont disparu.',
    start: 'Essayer la caméra de démonstration',
  },
};
