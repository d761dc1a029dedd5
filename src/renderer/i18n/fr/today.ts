import type { today as english } from '../en/today';

export const today: typeof english = {
  title: 'Aujourd’hui',
  visitorsSoFar: 'visiteurs aujourd’hui',
  chart: {
    in: 'Entrées',
    out: 'Sorties',
    gap: 'Pas de données',
    partly: 'Enregistré en partie',
    summary:
      'Visiteurs et personnes sorties, par heure. {total} visiteurs jusqu’ici ; l’heure la plus animée a commencé à {time} avec {count}.',
    summaryEmpty: 'Visiteurs et personnes sorties, par heure. Personne n’a encore été compté.',
    empty: 'Le premier visiteur de la journée apparaîtra ici.',
  },
  camera: {
    heading: 'Caméras',
    newName: 'Nouvelle caméra',
    giveName: 'Lui donner un nom',
    online: 'En ligne',
    offline: 'Hors ligne',
    waiting: 'En attente',
    blocked: 'Bloquée',
    blockedHelp: 'Rien de ce que cette caméra envoie n’est compté.',
    never: 'n’a pas encore appelé',
    seen: 'signal {age}',
    silentSince: 'dernier signal {age}',
    clockAhead: 'Son horloge avance de {length}. Foyer corrige les heures.',
    clockBehind: 'Son horloge retarde de {length}. Foyer corrige les heures.',
    inView: 'En vue maintenant',
    stayAsOf: 'à {time}',
    person: 'Personne {id}',
    height: '{cm} cm',
    more: 'et {n} de plus',
  },
  empty: {
    title: 'Attendons la première caméra',
    intro: 'Foyer est prêt et à l’écoute. Trois étapes, environ cinq minutes :',
    step1:
      'Ouvrez la page de réglages de la caméra dans un navigateur et cherchez « Data Push » ou « HTTP ».',
    step2: 'Saisissez cette adresse comme serveur, et enregistrez :',
    step3: 'En moins d’une minute, la caméra apparaît ici toute seule. Passez dessous pour vous voir compté.',
    noAddress: 'Cet ordinateur n’est pas encore connecté à un réseau. Connectez-le, puis revenez ici.',
    more: 'Toutes les adresses et tous les chemins',
  },
};
