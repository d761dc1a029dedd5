import type { quality as english } from '../en/quality';

export const quality: typeof english = {
  title: 'Qualité des données',
  intro: 'Ce que Foyer a remarqué et comment il l’a traité. Il n’y a rien à faire, sauf si cela se répète.',
  none: 'Rien d’inhabituel.',
  rule: {
    resent: 'Le même envoi est arrivé de nouveau ; il a été compté une seule fois.',
    replaced: 'Un envoi corrigé en a remplacé un plus ancien.',
    'value-set-aside': 'Une valeur impossible a été laissée de côté.',
    'counter-started': 'Un total cumulé a commencé ; le comptage part de lui.',
    'counter-restarted': 'Le total cumulé est reparti de zéro, comme après un redémarrage de la caméra.',
    'counter-late': 'Un total cumulé plus ancien est arrivé en retard et n’a pas été compté.',
    'mode-changed': 'La caméra a changé sa façon de compter.',
    'history-used': 'Des chiffres de la mémoire de la caméra ont comblé un trou.',
    'history-lower':
      'La mémoire de la caméra indique moins que le comptage en direct ; le chiffre en direct reste.',
    'window-rebuilt': 'Un envoi avait des heures impossibles ; elles ont été déduites du reste.',
    'clock-shifted': 'Des heures ont été corrigées, car l’horloge de la caméra était fausse.',
    'clock-wrong': 'L’horloge de la caméra est fausse.',
    'gap-recovered': 'Du temps manqué a été récupéré dans la mémoire de la caméra.',
    'gap-not-recovered': 'Du temps manqué n’a pas pu être récupéré auprès de la caméra.',
    'new-camera': 'Une caméra a appelé pour la première fois.',
    'too-many-reports': 'Elle a fait bien plus d’envois qu’une caméra ne le peut.',
  },
  field: 'Champ : {field}',
  change: '{before} → {after}',
  valueBefore: 'La caméra a dit {before}',
};
