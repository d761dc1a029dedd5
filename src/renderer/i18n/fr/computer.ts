import type { computer as english } from '../en/computer';

export const computer: typeof english = {
  title: 'Cet ordinateur',
  startWithComputer: {
    label: 'Démarrer avec cet ordinateur',
    help: 'Foyer commence à compter tout seul, sans fenêtre, quand vous ouvrez votre session.',
  },
  keepAwake: {
    label: 'Garder cet ordinateur éveillé',
    help: 'Il ne se met pas en veille tant que Foyer fonctionne. L’écran peut s’éteindre.',
  },
  closeToTray: {
    label: 'Continuer à compter quand la fenêtre est fermée',
    help: 'Foyer attend alors sous forme d’icône près de l’horloge. Vous pouvez l’y ouvrir ou le quitter.',
  },
  checkForUpdates: {
    label: 'Chercher de nouvelles versions',
    help: 'Une fois par jour. Foyer vous prévient et n’en installe une qu’avec votre accord.',
  },
};
