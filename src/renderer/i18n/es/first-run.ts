import type { firstRun as english } from '../en/first-run';

export const firstRun: typeof english = {
  title: 'Te damos la bienvenida a Foyer',
  intro: 'Tres pasos, unos cinco minutos.',
  steps: 'Pasos',
  skip: 'Omitir por ahora',
  resume: 'Guíame paso a paso',
  back: 'Atrás',
  shop: {
    title: 'Tu tienda',
    intro: 'El nombre aparece en pantallas e informes. Los días empiezan y acaban en su zona horaria.',
    name: 'Nombre de la tienda',
    nameMissing: 'La tienda necesita un nombre.',
    zone: 'Zona horaria',
    zoneHelp: 'Escribe una ciudad, por ejemplo Madrid.',
    zoneUnknown: 'Elige una zona horaria de la lista.',
    next: 'Siguiente',
  },
  camera: {
    title: 'La primera cámara',
    intro: 'Dirige una cámara a este equipo, o echa antes un vistazo con una cámara de demostración.',
    own: 'Tengo una cámara',
    ownHelp: 'Foyer muestra qué escribir en ella y comprueba cada paso.',
    ownButton: 'Configurar mi cámara',
    demo: 'Solo quiero mirar',
    demoHelp:
      'Una cámara de demostración cuenta personas en una tienda inventada. Al quitarla no deja rastro.',
    demoButton: 'Probar la cámara de demostración',
    waiting: 'O enciende ya tu cámara: Foyer sigue solo en cuanto llame.',
  },
  count: {
    title: 'El primer recuento',
    waiting: '{name} ha llamado. Pasa por debajo; las primeras cifras llegan solas.',
    waitingDemo: 'La cámara de demostración está en marcha. Sus primeras cifras llegan enseguida.',
    done: '{name} ya cuenta. Todo listo.',
    finish: 'Ver el día de hoy',
  },
  demo: {
    running: 'Una cámara de demostración está contando personas inventadas.',
    stop: 'Quitarla con todo lo que contó',
    stopped: 'La cámara de demostración y todo lo que contó han desaparecido.',
    start: 'Probar la cámara de demostración',
  },
};
