import type { figures as english } from '../en/figures';

export const figures: typeof english = {
  in: {
    name: 'Visiteurs',
    short: 'Entrées',
    help: 'Personnes entrées, comptées à toutes les entrées du magasin. Qui sort et revient compte à nouveau. Le personnel est compté aussi.',
  },
  out: {
    name: 'Sortis',
    short: 'Sorties',
    help: 'Personnes sorties, comptées à toutes les entrées du magasin.',
  },
  passby: {
    name: 'Passants',
    short: 'Passants',
    help: 'Personnes qui ont traversé le champ d’une caméra sans entrer. Une caméra voit son bout de trottoir, pas toute la rue : lisez ce chiffre comme une tendance.',
  },
  turnback: {
    name: 'Demi-tours',
    short: 'Demi-tours',
    help: 'Personnes qui se sont approchées de la porte et ont fait demi-tour avant d’entrer.',
  },
  inside: {
    name: 'À l’intérieur',
    help: 'Toutes les personnes entrées depuis le début de la journée, moins celles qui sont sorties. Une personne manquée fait dériver ce nombre, c’est pourquoi il est comparé à ce que voient les caméras.',
  },
  seen: {
    name: 'Sous les caméras',
    help: 'Combien de personnes les caméras ont en vue en ce moment, additionnées. Elles voient la zone sous elles, pas tout le magasin.',
  },
  mostInside: {
    name: 'Maximum à la fois',
    help: 'Le plus grand nombre de personnes à l’intérieur à la fin d’un quart d’heure de la journée, compté aux entrées.',
  },
  avgVisit: {
    name: 'Visite moyenne',
    help: 'Combien de temps les personnes sont restées en moyenne dans le magasin : tout le temps passé à l’intérieur ÷ visiteurs. Le calcul se fait une fois la journée finie, et seulement si elle a été presque entièrement enregistrée, s’il y a eu autant de sorties que d’entrées et au moins 30 visiteurs.',
  },
  usual: {
    name: 'Habituel pour ce jour de la semaine',
    help: 'Sur les huit derniers jours bien enregistrés du même jour de la semaine, huit sur dix avaient ce nombre de visiteurs à cette heure.',
  },
  lastWeek: {
    name: 'Comparé à il y a une semaine',
    help: 'Visiteurs jusqu’au dernier quart d’heure complet, comparés aux mêmes minutes sept jours plus tôt. Les quarts d’heure que l’un des deux jours n’a pas enregistrés sont laissés de côté des deux côtés.',
  },
  turnInRate: {
    name: 'Taux d’entrée',
    help: 'De toutes les personnes que les caméras ont vues dehors, la part qui est entrée : visiteurs ÷ (visiteurs + passants).',
    parts: '{in} sur {all} sont entrés',
  },
  turnBackRate: {
    name: 'Taux de demi-tour',
    help: 'Parmi les personnes venues jusqu’à la porte, la part qui a fait demi-tour : demi-tours ÷ (visiteurs + demi-tours).',
    parts: '{part} sur {all} ont fait demi-tour',
  },
  conversion: {
    name: 'Conversion',
    help: 'La part des visiteurs qui ont acheté : ventes ÷ visiteurs des mêmes heures, les jours où vous avez noté les ventes.',
  },
  valuePerVisitor: {
    name: 'Valeur par visiteur',
    help: 'Ce qu’un visiteur a rapporté en moyenne : recettes ÷ visiteurs des mêmes heures, les jours où vous avez noté les recettes.',
  },
  avgStay: {
    name: 'Temps moyen en vue',
    short: 'Temps en vue',
    help: 'Combien de temps les personnes sont restées en moyenne sous la caméra. Ce n’est pas le temps passé dans le magasin.',
  },
  coverage: {
    name: 'Couverture',
    help: 'La part du temps pendant laquelle les caméras ont donné signe de vie. Sous 100 %, il manque quelque chose : les vrais chiffres sont peut-être plus élevés.',
  },
};
