import type { alerts as english } from '../en/alerts';

export const alerts: typeof english = {
  title: 'Notifications',
  elsewhere:
    'Les notifications s’affichent dans l’application de bureau Foyer, sur l’ordinateur où elle fonctionne, et non dans ce navigateur. Vos choix ici valent pour cette application.',
  cameraSilent: {
    label: 'Une caméra ne donne plus signe de vie',
    help: 'Pendant les heures d’ouverture, une fois, puis à nouveau après un jour si cela dure.',
  },
  cameraBack: {
    label: 'Une caméra silencieuse est de retour',
    help: 'Pendant les heures d’ouverture, quand elle était restée silencieuse aussi longtemps.',
  },
  silentAfterMinutes: {
    label: 'Une caméra est silencieuse après',
    help: 'Temps sans signe de vie. Il se compte à partir de l’ouverture.',
    unit: 'minutes',
    invalid: 'Des minutes entières, de {least} à {most}.',
  },
  occupancyLimit: {
    label: 'Il y a trop de monde à l’intérieur',
    help: 'Dès qu’un magasin atteint la limite, puis toutes les demi-heures tant qu’il y reste.',
  },
  occupancyLimitPeople: {
    label: 'Limite pour chaque magasin',
    help: 'Laissez vide s’il n’y a pas de limite.',
    unit: 'personnes',
    invalid: 'Un nombre entier de {least} à {most}, ou rien.',
  },
  enteredWhileClosed: {
    label: 'Quelqu’un entre alors que le magasin est fermé',
    help: 'Au plus toutes les 15 minutes.',
  },
  insideAtClosing: {
    label: 'Il reste peut-être quelqu’un après la fermeture',
    help: 'Une fois, dix minutes ou plus après la fermeture, quand on n’a pas vu sortir tout le monde.',
  },
  staffMinutes: {
    label: 'Temps pour l’arrivée et le départ du personnel',
    help: 'Pendant ce temps avant l’ouverture et après la fermeture, les deux notifications ci-dessus se taisent.',
    unit: 'minutes',
    invalid: 'Des minutes entières, de {least} à {most}.',
  },
  needHours:
    'Ces deux-là ont besoin d’heures d’ouverture, et votre magasin n’en a pas encore. Vous pouvez les indiquer en haut de cette page.',
  storageTrouble: {
    label: 'Les comptages ne peuvent pas être enregistrés',
    help: 'À toute heure, par exemple quand le disque est plein. Puis toutes les quatre heures tant que cela dure.',
  },
  reportTrouble: {
    label: 'Les rapports planifiés ne peuvent pas être écrits',
    help: 'À toute heure, quand leur dossier manque ou est plein depuis une demi-heure. Puis chaque jour tant que cela dure.',
  },
  addressChanged: {
    label: 'Cet ordinateur a une nouvelle adresse',
    help: 'À toute heure, une fois, quand des caméras appellent encore l’ancienne.',
  },
};
