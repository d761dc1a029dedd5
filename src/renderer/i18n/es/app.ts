import type { app as english } from '../en/app';

export const app: typeof english = {
  brand: 'Foyer',
  documentTitle: '{screen} – {app}',
  nav: {
    label: 'Pantallas',
    today: 'Hoy',
    history: 'Historial',
    cameras: 'Cámaras',
    settings: 'Ajustes',
    skip: 'Saltar al contenido',
  },
  connection: {
    lost: 'Reconectando… Las cifras de abajo son de antes de perder la conexión.',
  },
  trouble: {
    port: 'Las cámaras no pueden llegar a este equipo',
    storage: 'Foyer no puede guardar en este momento',
    reports: 'Los informes no se están escribiendo',
    reportsWhy: {
      'open-elsewhere': 'Un informe está abierto en otro programa. Ciérralo allí.',
      'not-allowed': 'Foyer no puede escribir en la carpeta de los informes.',
      'disk-full': 'El disco de los informes está lleno.',
      'read-only': 'El disco de los informes solo se puede leer.',
      'folder-missing': 'La carpeta de los informes no está.',
      'name-unusable': 'Un informe no puede llevar su nombre en esta carpeta.',
      'no-window': 'Una página solo se puede imprimir mientras funciona la aplicación de escritorio.',
      unknown: 'No se pudo hacer un informe.',
    },
    reportsAgain: 'Se vuelve a intentar cada pocos minutos.',
    load: 'Foyer no pudo cargarlo todo',
    forbidden: 'Este enlace ya no es válido',
    forbiddenHelp: 'Abre de nuevo el panel con el enlace que Foyer muestra en el equipo de la tienda.',
    toSettings: 'Cambiar el puerto en Ajustes',
    tryAgain: 'Intentar de nuevo',
  },
  errors: {
    forbidden: 'Esta página es solo para consultar. Haz el cambio en el equipo de la tienda.',
    'not-found': 'Eso ya no existe. Quizá alguien lo ha quitado mientras tanto.',
    internal: 'Algo ha fallado dentro de Foyer. Puede bastar con intentarlo de nuevo.',
    invalid: 'Eso no puede ser: «{message}»',
    conflict: 'Tal como están las cosas, eso no se puede hacer: «{message}»',
    unavailable: 'Eso no es posible ahora mismo: «{message}»',
    unreachable: 'Foyer no responde. ¿Está en marcha en el equipo de la tienda?',
  },
  actions: {
    save: 'Guardar',
    cancel: 'Cancelar',
    copy: 'Copiar',
    copied: 'Copiado',
    dismiss: 'Cerrar',
    explain: '¿Qué es «{name}»?',
  },
  time: {
    ago: {
      now: 'ahora mismo',
      minutes: 'hace {n} minuto | hace {n} minutos',
      hours: 'hace {n} hora | hace {n} horas',
      days: 'hace {n} día | hace {n} días',
    },
    length: {
      seconds: '{n} segundo | {n} segundos',
      minutes: '{n} minuto | {n} minutos',
      hours: '{n} hora | {n} horas',
      days: '{n} día | {n} días',
    },
    exact: {
      minutes: '{minutes} min',
      hours: '{hours} h',
      both: '{hours} h {minutes} min',
    },
  },
};
