import type { tv as english } from '../en/tv';

export const tv: typeof english = {
  visitors: 'Visitantes hoy',
  visitorsOpen: 'Visitantes en horario de apertura',
  inside: 'Dentro ahora',
  fullscreen: 'Pantalla completa',
  leaveFullscreen: 'Salir de pantalla completa',
  back: 'Volver a Hoy',
  offline: '{name} sin conexión | {n} cámaras sin conexión',
  noCamera: 'Esperando la primera cámara',
  chart: 'Visitantes por hora',
};
