import type { day as english } from '../en/day';

export const day: typeof english = {
  loading: 'Chargement des chiffres du jour',
  hours: {
    label: 'Heures prises en compte',
    open: 'Heures d’ouverture',
    all: 'Toute la journée',
    visitorsOpen: 'visiteurs aux heures d’ouverture',
    outside:
      '{n} hors des heures d’ouverture | {n} hors des heures d’ouverture | {n} hors des heures d’ouverture',
  },
  staleSince: 'À {time}, hors connexion',
  usual: {
    range: 'D’habitude {low}–{high} à cette heure',
    exact: 'D’habitude {n} à cette heure',
    more: 'Plus que d’habitude',
    same: 'Comme d’habitude',
    fewer: 'Moins que d’habitude',
    learning:
      'Pour connaître l’habitude, il faut trois journées enregistrées de ce jour de la semaine ; aucune pour l’instant | Pour connaître l’habitude, il faut trois journées enregistrées de ce jour de la semaine ; {n} pour l’instant | Pour connaître l’habitude, il faut trois journées enregistrées de ce jour de la semaine ; {n} pour l’instant',
  },
  lastWeek: {
    more: '{n} de plus qu’il y a une semaine à cette heure | {n} de plus qu’il y a une semaine à cette heure',
    fewer:
      '{n} de moins qu’il y a une semaine à cette heure | {n} de moins qu’il y a une semaine à cette heure',
    same: 'Autant qu’il y a une semaine à cette heure',
    none: 'Rien n’a été enregistré il y a une semaine pour comparer',
    parts: '({now} aujourd’hui, {before} alors)',
    leftOut: 'Sans {length} que l’un des deux jours n’a pas enregistrées.',
  },
  inside: {
    counted: 'Comptées aux entrées, {age}',
    seen: 'Les caméras en voient {count}',
    seenUnknown: 'Les caméras ne disent pas qui est en vue',
    most: 'Maximum à la fois : {count} à {time}',
    empty: 'C’est vide',
    set: 'Fixer le nombre',
    setTitle: 'Combien de personnes sont à l’intérieur ?',
    setHelp:
      'Foyer en compte {count}. Désormais, il compte à partir de votre nombre ; les visiteurs ne changent pas.',
    emptyTitle: 'Le magasin est-il vide ?',
    emptyHelp: 'Foyer compte {count} à l’intérieur. Il repartira de zéro ; les visiteurs ne changent pas.',
    field: 'Personnes à l’intérieur',
    fieldError: 'Un nombre entier de 0 à 100 000.',
    confirm: 'Fixer à {count}',
    done: 'Fixé à {count} à {time}.',
    undo: 'Annuler',
    undone: 'Remis à {count}.',
    corrections: 'Corrections du jour',
    automatic: '{time} : fixé à {after}, car il y a eu plus de sorties que d’entrées',
    manual: '{time} : passé à la main de {before} à {after}',
    noCorrections: 'Aucune correction aujourd’hui.',
  },
  visit: {
    atClose: 'Quand la journée sera finie',
    yesterday: '{length} hier',
    missing: {
      coverage: 'Pas pour hier : trop peu a été enregistré',
      imbalance: 'Pas pour hier : entrées et sorties diffèrent trop',
      'few-visitors': 'Pas pour hier : moins de 30 visiteurs',
      'not-over': 'Quand la journée sera finie',
    },
  },
  imbalance: {
    moreOut: 'Plus de sorties que d’entrées',
    moreOutHelp:
      '{in} entrées, {out} sorties. Une caméra est peut-être montée à l’envers, ou une entrée n’a pas de caméra.',
    moreIn: 'Bien plus d’entrées que de sorties',
    moreInHelp:
      '{in} entrées, {out} sorties. Si tous ne sont pas dans le magasin, une entrée n’a peut-être pas de caméra. « Il est vide » corrige le nombre.',
  },
  facts: {
    title: 'Aujourd’hui, par caméra',
    total: 'Ensemble',
    loading: 'Un instant…',
    rate: '{in} ÷ ({in} + {passby}) = {rate}',
    hoursOpen: 'Seulement ce qui s’est passé aux heures d’ouverture.',
    hoursAll: 'Toute la journée depuis minuit.',
    hoursNone: 'Toute la journée depuis minuit. Aucune heure d’ouverture n’est définie.',
    coverage: 'Enregistré : {percent} du temps jusqu’ici, à l’entrée la moins bien enregistrée.',
    quality: 'Ce que Foyer a corrigé aujourd’hui',
    qualityNone: 'Il n’y a rien eu à corriger aujourd’hui.',
    times: '{n}× {what}',
    inner: 'Les caméras à l’intérieur du magasin n’en font pas partie.',
  },
  words: {
    title: 'La journée en mots',
    bought: '{sales} ventes : {rate} des visiteurs ont acheté.',
    brought: 'Un visiteur a rapporté {value} en moyenne.',
    none: 'Personne n’est encore entré.',
    soFar:
      'Personne n’est entré jusqu’ici. | Un visiteur est entré jusqu’ici. | {n} visiteurs sont entrés jusqu’ici.',
    more: 'Personne n’est entré jusqu’ici, plus que d’habitude. | Un visiteur jusqu’ici, plus que d’habitude à cette heure. | {n} visiteurs jusqu’ici, plus que d’habitude à cette heure.',
    same: 'Personne n’est entré jusqu’ici, comme d’habitude à cette heure. | Un visiteur jusqu’ici, comme d’habitude à cette heure. | {n} visiteurs jusqu’ici, à peu près comme d’habitude à cette heure.',
    fewer:
      'Personne n’est entré jusqu’ici, moins que d’habitude à cette heure. | Un visiteur jusqu’ici, moins que d’habitude à cette heure. | {n} visiteurs jusqu’ici, moins que d’habitude à cette heure.',
    busiest:
      'L’heure la plus animée : {time}. | L’heure la plus animée : {time}, avec un visiteur. | L’heure la plus animée : {time}, avec {n} visiteurs.',
    busiestNow:
      'L’heure à partir de {time} est la plus animée jusqu’ici. | L’heure à partir de {time} est la plus animée jusqu’ici, avec un visiteur. | L’heure à partir de {time} est la plus animée jusqu’ici, avec {n} visiteurs.',
    gap: 'Il manque une partie de la journée ({length}) ; le vrai nombre est peut-être plus élevé.',
    partly:
      'Seuls {percent} des heures d’ouverture jusqu’ici ont été enregistrés ; le vrai nombre est peut-être plus élevé.',
    silent:
      '{name} ne donne plus signe de vie ; ce qu’elle compterait manque. | {n} caméras ne donnent plus signe de vie ; ce qu’elles compteraient manque.',
  },
  notes: {
    title: 'Note du jour',
    add: 'Ajouter une note',
    help: 'Des soldes, une fête de rue, la pluie : ce qui expliquera cette journée plus tard.',
    field: 'Note',
    edit: 'Modifier la note',
    left: '{n} caractère restant | {n} caractères restants',
  },
  chart: {
    title: 'La journée',
    by: 'Pas du graphique',
    range: '{low}–{high}',
    hour: 'Heures',
    quarter: 'Quarts d’heure',
    usual: 'Visiteurs habituels',
    usualTip: 'D’habitude {low}–{high}',
    table: 'Afficher en tableau',
    time: 'Heure',
  },
  sites: {
    label: 'Magasin',
    noCamera: 'Aucune caméra n’appartient encore à ce magasin.',
    chooseCamera: 'En choisir une sous Caméras',
  },
  tv: 'Vue plein écran',
};
