import type { tv as english } from '../en/tv';

export const tv: typeof english = {
  visitors: 'Visitantes hoje',
  visitorsOpen: 'Visitantes no horário de funcionamento',
  inside: 'Na loja agora',
  fullscreen: 'Tela cheia',
  leaveFullscreen: 'Sair da tela cheia',
  back: 'Voltar para Hoje',
  offline: '{name} está off-line | {n} câmeras estão off-line',
  noCamera: 'Esperando a primeira câmera',
  chart: 'Visitantes por hora',
};
