import type { cameras as english } from '../en/cameras';

export const cameras: typeof english = {
  title: 'Cámaras',
  none: 'Aún no ha llamado ninguna cámara.',
  retired: 'Mostrar cámaras retiradas ({n})',
  setUp: 'Configurar una cámara',
  summary: '{n} cámara | {n} cámaras',
  needLook: '{n} necesita atención | {n} necesitan atención',
  allWell: 'Todas cuentan',
  find: 'Buscar una cámara',
  noneFound: 'Ninguna cámara tiene «{text}» en su nombre o número de serie.',
  group: {
    attention: 'Necesitan atención',
    fine: 'Contando',
    retired: 'Retiradas',
    blocked: 'Bloqueadas',
  },
  attention: {
    flooding:
      'Hace muchos más envíos de los que puede hacer una cámara. Si no conoces este aparato, bloquéalo.',
    offline: 'Sin señal de vida. Revisa la corriente y el cable de red.',
    waiting: 'Esperando su primera llamada.',
  },
  demo: 'Demo',
  inner: 'Paso interior',
  todayIn: 'Entraron hoy',
  rename: {
    button: 'Cambiar nombre',
    give: 'Ponle un nombre',
    title: 'Nombre de esta cámara',
    help: 'Di dónde está, por ejemplo «Puerta principal». Serie {sn}.',
    field: 'Nombre',
    done: 'La cámara se llama ahora «{name}».',
  },
  add: {
    button: 'Añadir por número de serie',
    title: 'Añadir una cámara',
    help: 'El número de serie está impreso en la cámara y aparece en su página de ajustes.',
    serial: 'Número de serie',
    name: 'Nombre (puede esperar)',
    done: 'Añadida. Foyer la contará desde su próxima señal de vida.',
  },
  strip: {
    listening: 'A la escucha en el puerto {port}',
    down: 'Sin escucha',
    address: 'Las cámaras envían a',
    noAddress: 'Este equipo no está conectado a ninguna red.',
  },
  uncounted: {
    title: '{n} cámara nueva no ha contado nunca a nadie | {n} cámaras nuevas no han contado nunca a nadie',
    help: 'Quizá algún aparato está probando números de serie. Si no son tuyas, quítalas de la lista. Una de verdad vuelve por sí sola.',
    remove: 'Quitar la que nunca contó | Quitar las {n} que nunca contaron',
    done: '{n} cámara quitada. | {n} cámaras quitadas.',
  },
  moved: {
    title: 'Este equipo tiene una dirección nueva',
    text: '{cameras} sigue enviando a {old}. Escribe {now} en sus ajustes. | {cameras} siguen enviando a {old}. Escribe {now} en sus ajustes.',
    unknown:
      '{cameras} sigue enviando a {old}, que este equipo ya no tiene. | {cameras} siguen enviando a {old}, que este equipo ya no tiene.',
    how: 'Cómo se hace',
  },
};
