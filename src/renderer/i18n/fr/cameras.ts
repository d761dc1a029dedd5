import type { cameras as english } from '../en/cameras';

export const cameras: typeof english = {
  title: 'Caméras',
  none: 'Aucune caméra n’a encore appelé.',
  retired: 'Afficher les caméras retirées ({n})',
  setUp: 'Installer une caméra',
  summary: '{n} caméra | {n} caméras',
  needLook: '{n} à vérifier | {n} à vérifier',
  allWell: 'Toutes comptent',
  find: 'Chercher une caméra',
  noneFound: 'Aucune caméra n’a « {text} » dans son nom ou son numéro de série.',
  group: {
    attention: 'À vérifier',
    fine: 'Comptent',
    retired: 'Retirées',
    blocked: 'Bloquées',
  },
  attention: {
    flooding:
      'Fait bien plus d’envois qu’une caméra ne le peut. Si vous ne connaissez pas cet appareil, bloquez-le.',
    offline: 'Aucun signe de vie. Vérifiez son alimentation et son câble réseau.',
    waiting: 'En attente de son premier appel.',
  },
  demo: 'Démo',
  inner: 'Passage intérieur',
  todayIn: 'Entrées du jour',
  rename: {
    button: 'Renommer',
    give: 'Lui donner un nom',
    title: 'Nommer cette caméra',
    help: 'Dites où elle se trouve, par exemple « Entrée principale ». Série {sn}.',
    field: 'Nom',
    done: 'La caméra s’appelle maintenant « {name} ».',
  },
  add: {
    button: 'Ajouter par numéro de série',
    title: 'Ajouter une caméra',
    help: 'Le numéro de série est imprimé sur la caméra et affiché sur sa page de réglages.',
    serial: 'Numéro de série',
    name: 'Nom (peut attendre)',
    done: 'Ajoutée. Foyer la comptera dès son prochain signe de vie.',
  },
  strip: {
    listening: 'À l’écoute sur le port {port}',
    down: 'Pas à l’écoute',
    address: 'Les caméras envoient à',
    noAddress: 'Cet ordinateur n’est connecté à aucun réseau.',
  },
  uncounted: {
    title:
      '{n} nouvelle caméra n’a jamais compté personne | {n} nouvelles caméras n’ont jamais compté personne',
    help: 'Un appareil essaie peut-être des numéros de série. Si elles ne sont pas à vous, retirez-les de la liste. Une vraie caméra revient d’elle-même.',
    remove: 'Retirer celle qui n’a jamais compté | Retirer les {n} qui n’ont jamais compté',
    done: '{n} caméra retirée. | {n} caméras retirées.',
  },
  moved: {
    title: 'Cet ordinateur a une nouvelle adresse',
    text: '{cameras} envoie encore à {old}. Saisissez {now} dans ses réglages. | {cameras} envoient encore à {old}. Saisissez {now} dans leurs réglages.',
    unknown:
      '{cameras} envoie encore à {old}, que cet ordinateur n’a plus. | {cameras} envoient encore à {old}, que cet ordinateur n’a plus.',
    how: 'Comment faire',
  },
};
