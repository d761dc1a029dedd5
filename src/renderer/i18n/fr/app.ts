import type { app as english } from '../en/app';

export const app: typeof english = {
  brand: 'Foyer',
  documentTitle: '{screen} – {app}',
  nav: {
    label: 'Écrans',
    today: 'Aujourd’hui',
    history: 'Historique',
    cameras: 'Caméras',
    reports: 'Rapports',
    settings: 'Réglages',
    skip: 'Aller au contenu',
  },
  connection: {
    lost: 'Reconnexion… Les chiffres ci-dessous datent d’avant la coupure.',
  },
  trouble: {
    port: 'Les caméras ne peuvent pas joindre cet ordinateur',
    storage: 'Foyer ne peut pas enregistrer en ce moment',
    reports: 'Les rapports ne sont pas écrits',
    reportsWhy: {
      'open-elsewhere': 'Un rapport est ouvert dans un autre programme. Fermez-le là-bas.',
      'not-allowed': 'Foyer ne peut pas écrire dans le dossier des rapports.',
      'disk-full': 'Le disque des rapports est plein.',
      'read-only': 'Le disque des rapports ne peut être que lu.',
      'folder-missing': 'Le dossier des rapports n’est pas là.',
      'name-unusable': 'Un rapport ne peut pas porter ce nom dans ce dossier.',
      'no-window': 'Une page ne peut être imprimée que pendant que l’application de bureau fonctionne.',
      unknown: 'Un rapport n’a pas pu être créé.',
    },
    reportsAgain: 'Foyer réessaie toutes les quelques minutes.',
    load: 'Foyer n’a pas pu tout charger',
    forbidden: 'Ce lien n’est plus valable',
    forbiddenHelp:
      'Ouvrez de nouveau le tableau de bord avec le lien que Foyer affiche sur l’ordinateur du magasin.',
    toSettings: 'Changer le port dans les Réglages',
    toCamera: 'La voir',
    tryAgain: 'Réessayer',
  },
  errors: {
    forbidden: 'Cette page sert seulement à consulter. Faites la modification sur l’ordinateur du magasin.',
    'not-found': 'Cela n’existe plus. Quelqu’un l’a peut-être supprimé entre-temps.',
    internal: 'Un problème est survenu dans Foyer. Réessayer peut suffire.',
    invalid: 'Ce n’est pas possible : « {message} »',
    conflict: 'Ce n’est pas possible dans l’état actuel : « {message} »',
    unavailable: 'Ce n’est pas possible en ce moment : « {message} »',
    unreachable: 'Foyer ne répond pas. Est-il ouvert sur l’ordinateur du magasin ?',
  },
  actions: {
    save: 'Enregistrer',
    cancel: 'Annuler',
    copy: 'Copier',
    copied: 'Copié',
    dismiss: 'Fermer',
    explain: 'Que veut dire « {name} » ?',
  },
  time: {
    ago: {
      now: 'à l’instant',
      minutes: 'il y a {n} minute | il y a {n} minutes',
      hours: 'il y a {n} heure | il y a {n} heures',
      days: 'il y a {n} jour | il y a {n} jours',
    },
    length: {
      seconds: '{n} seconde | {n} secondes',
      minutes: '{n} minute | {n} minutes',
      hours: '{n} heure | {n} heures',
      days: '{n} jour | {n} jours',
    },
    exact: {
      minutes: '{minutes} min',
      hours: '{hours} h',
      both: '{hours} h {minutes} min',
    },
  },
};
