import type { WorkbookTexts } from '../texts';

export const fr: WorkbookTexts = {
  headings: {
    site: 'Boutique',
    camera: 'Caméra',
    serial: 'Numéro de série',
    in: 'Visiteurs',
    out: 'Sortis',
    passby: 'Passants',
    turnback: 'Demi-tours',
    in_adult: 'Adultes',
    in_child: 'Enfants',
    in_staff: 'Personnel',
    turn_in_rate: 'Taux d’entrée',
    turn_back_rate: 'Taux de demi-tour',
    coverage: 'Couverture',
    days_counted: 'Jours comptés',
    busiest_day: 'Meilleur jour',
    busiest_day_in: 'Visiteurs ce jour-là',
    state: 'État',
    counts_as: 'Compte comme',
    turned_round: 'Retournée',
    replaces: 'Remplace',
    first_seen: 'Premier signe',
    last_seen: 'Dernier signe',
    what: 'Quoi',
    about: 'Signification',
  },
  states: { new: 'nouvelle', active: 'active', blocked: 'bloquée', retired: 'retirée' },
  roles: { entrance: 'entrée', inner: 'intérieur' },
  yes: 'oui',
  no: 'non',
  hours: {
    all: 'toutes les heures',
    open: 'heures d’ouverture seulement',
    closed: 'hors des heures d’ouverture seulement',
  },
  about: {
    from: 'Du',
    to: 'Au (inclus)',
    timeZone: 'Fuseau horaire',
    made: 'Établi',
    hours: 'Heures',
    children: 'Enfants',
    staff: 'Personnel',
    corrections: 'Corrections',
    empty: 'Cellules vides',
  },
  says: {
    children: 'Moins de {cm} cm, quand la caméra ne le dit pas elle-même.',
    staff: 'Compté comme tout le monde ; in_staff dit combien de visiteurs avaient une carte du personnel.',
    corrections:
      'Dans des colonnes à part sur les feuilles Daily et Hourly ; ni dans les autres colonnes, ni dans le résumé.',
  },
  means: {
    in: 'Visiteurs : personnes entrées par cette porte.',
    out: 'Personnes sorties par cette porte.',
    passby: 'Personnes passées devant, pour autant que la caméra voie. Une tendance, pas toute la rue.',
    turnback: 'Personnes venues jusqu’à la porte et reparties.',
    inAdultChild: 'Parmi les visiteurs, comme la caméra les distingue, sinon selon leur taille.',
    inStaff:
      'Parmi les visiteurs, ceux qui ont une carte du personnel. Ils restent comptés parmi les visiteurs.',
    avgStay:
      'Temps moyen sous la caméra en secondes, pondéré par personne. Ce n’est pas le temps dans la boutique.',
    occupancy:
      'Personnes dans toute la boutique : à la fin de la période, et le plus grand nombre à la fin d’un quart d’heure. Une journée terminée est corrigée des écarts.',
    turnInRate: 'in ÷ (in + passby)',
    turnBackRate: 'turnback ÷ (in + turnback)',
    coverage:
      'Minutes avec un signe de vie de la caméra ÷ minutes de la période. Au-dessous de 100 %, quelque chose n’a pas été compté.',
    quality:
      'ok ; partial : une partie manque ; missing : on ne sait rien ; estimated : calculé ; edited : corrigé par le propriétaire, voir in_corrected.',
    corrected:
      'Les comptages avec les corrections du propriétaire, à côté de ce qu’a dit la caméra. Vide où rien n’a été corrigé.',
    empty: 'On ne sait rien. Cela ne veut pas dire zéro.',
    window:
      'Heure locale de la boutique ; la fin n’est pas comprise. Quand on recule les horloges, utc_offset distingue l’heure répétée.',
  },
};
