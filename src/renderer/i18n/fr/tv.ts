import type { tv as english } from '../en/tv';

export const tv: typeof english = {
  visitors: 'Visiteurs aujourd’hui',
  visitorsOpen: 'Visiteurs aux heures d’ouverture',
  inside: 'À l’intérieur',
  fullscreen: 'Plein écran',
  leaveFullscreen: 'Quitter le plein écran',
  back: 'Retour à Aujourd’hui',
  offline: '{name} est hors ligne | {n} caméras sont hors ligne',
  noCamera: 'En attente de la première caméra',
  chart: 'Visiteurs par heure',
};
