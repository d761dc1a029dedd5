import type { day as english } from '../en/day';

export const day: typeof english = {
  loading: 'Cargando las cifras de hoy',
  hours: {
    label: 'Qué horas cuentan',
    open: 'Horario de apertura',
    all: 'Todo el día',
    visitorsOpen: 'visitantes en horario de apertura',
    outside:
      '{n} fuera del horario de apertura | {n} fuera del horario de apertura | {n} fuera del horario de apertura',
  },
  staleSince: 'A las {time}, sin conexión',
  usual: {
    range: 'Lo habitual a esta hora: {low}–{high}',
    exact: 'Lo habitual a esta hora: {n}',
    more: 'Más de lo habitual',
    same: 'Como es habitual',
    fewer: 'Menos de lo habitual',
    learning:
      'Para saber lo habitual hacen falta tres días registrados de este día de la semana; de momento, ninguno | Para saber lo habitual hacen falta tres días registrados de este día de la semana; de momento, {n} | Para saber lo habitual hacen falta tres días registrados de este día de la semana; de momento, {n}',
  },
  lastWeek: {
    more: '{n} más que hace una semana a esta hora | {n} más que hace una semana a esta hora',
    fewer: '{n} menos que hace una semana a esta hora | {n} menos que hace una semana a esta hora',
    same: 'Tantos como hace una semana a esta hora',
    none: 'Hace una semana no se registró nada con lo que comparar',
    parts: '({now} hoy, {before} entonces)',
    leftOut: 'Sin {length} que uno de los dos días no registró.',
  },
  inside: {
    counted: 'Contadas en las entradas, {age}',
    seen: 'Las cámaras ven {count}',
    seenUnknown: 'Las cámaras no dicen quién está a la vista',
    most: 'Máximo a la vez: {count} a las {time}',
    empty: 'Ahora está vacía',
    set: 'Fijar número',
    setTitle: '¿Cuántas personas hay dentro?',
    setHelp:
      'Foyer cuenta {count} ahora. Desde aquí seguirá sumando y restando a partir de tu número; los visitantes no cambian.',
    emptyTitle: '¿Está vacía la tienda?',
    emptyHelp: 'Foyer cuenta {count} dentro. Seguirá desde cero; los visitantes no cambian.',
    field: 'Personas dentro',
    fieldError: 'Un número entero de 0 a 100.000.',
    confirm: 'Fijar en {count}',
    done: 'Fijado en {count} a las {time}.',
    undo: 'Deshacer',
    undone: 'De nuevo en {count}.',
    corrections: 'Correcciones de hoy',
    automatic: '{time}: fijado en {after}, porque habían salido más de los que entraron',
    manual: '{time}: cambiado a mano de {before} a {after}',
    noCorrections: 'Hoy no hay correcciones.',
  },
  visit: {
    atClose: 'Cuando acabe el día',
    yesterday: '{length} ayer',
    missing: {
      coverage: 'Ayer no: se registró demasiado poco',
      imbalance: 'Ayer no: entradas y salidas difieren demasiado',
      'few-visitors': 'Ayer no: menos de 30 visitantes',
      'not-over': 'Cuando acabe el día',
    },
  },
  imbalance: {
    moreOut: 'Salieron más personas de las que entraron',
    moreOutHelp:
      '{in} entraron, {out} salieron. Puede que una cámara esté al revés o que a una entrada le falte cámara.',
    moreIn: 'Entraron muchas más personas de las que salieron',
    moreInHelp:
      '{in} entraron, {out} salieron. Si no están todas en la tienda, puede que a una entrada le falte cámara. «Ahora está vacía» corrige el número de dentro.',
  },
  facts: {
    title: 'Hoy, por cámara',
    total: 'En total',
    loading: 'Un momento…',
    rate: '{in} ÷ ({in} + {passby}) = {rate}',
    hoursOpen: 'Solo lo ocurrido en horario de apertura.',
    hoursAll: 'Todo el día desde medianoche.',
    hoursNone: 'Todo el día desde medianoche. No hay horario de apertura definido.',
    coverage: 'Registrado: {percent} del tiempo hasta ahora, en la entrada peor registrada.',
    quality: 'Lo que Foyer ha corregido hoy',
    qualityNone: 'Hoy no ha habido nada que corregir.',
    times: '{n}× {what}',
    inner: 'Las cámaras del interior de la tienda no se incluyen.',
  },
  words: {
    title: 'El día en palabras',
    bought: '{sales} ventas: compró el {rate} de los visitantes.',
    brought: 'Cada visitante dejó {value} de media.',
    none: 'Aún no ha entrado nadie.',
    soFar:
      'Aún no ha entrado nadie. | Hasta ahora ha entrado un visitante. | Hasta ahora han entrado {n} visitantes.',
    more: 'Aún no ha entrado nadie, más de lo habitual. | Un visitante hasta ahora, más de lo habitual a esta hora. | {n} visitantes hasta ahora, más de lo habitual a esta hora.',
    same: 'Aún no ha entrado nadie, lo habitual a esta hora. | Un visitante hasta ahora, lo habitual a esta hora. | {n} visitantes hasta ahora, más o menos lo habitual a esta hora.',
    fewer:
      'Aún no ha entrado nadie, menos de lo habitual a esta hora. | Un visitante hasta ahora, menos de lo habitual a esta hora. | {n} visitantes hasta ahora, menos de lo habitual a esta hora.',
    busiest:
      'La hora con más movimiento fue {time}. | La hora con más movimiento fue {time}, con un visitante. | La hora con más movimiento fue {time}, con {n} visitantes.',
    busiestNow:
      'La hora desde las {time} es la de más movimiento hasta ahora. | La hora desde las {time} es la de más movimiento hasta ahora, con un visitante. | La hora desde las {time} es la de más movimiento hasta ahora, con {n} visitantes.',
    gap: 'Falta una parte del día ({length}), así que la cifra real puede ser mayor.',
    partly:
      'Solo se registró el {percent} del horario de apertura hasta ahora, así que la cifra real puede ser mayor.',
    silent: '{name} no da señal; falta lo que contaría. | {n} cámaras no dan señal; falta lo que contarían.',
  },
  notes: {
    title: 'Nota de hoy',
    add: 'Añadir una nota',
    help: 'Rebajas, una feria en la calle, lluvia: lo que más adelante explique este día.',
    field: 'Nota',
    edit: 'Editar la nota',
    left: 'Queda {n} carácter | Quedan {n} caracteres',
  },
  chart: {
    title: 'El día',
    by: 'Intervalo del gráfico',
    range: '{low}–{high}',
    hour: 'Horas',
    quarter: 'Cuartos de hora',
    usual: 'Visitantes habituales',
    usualTip: 'Lo habitual: {low}–{high}',
    table: 'Ver como tabla',
    time: 'Hora',
  },
  sites: {
    label: 'Tienda',
    noCamera: 'Aún no hay ninguna cámara en esta tienda.',
    chooseCamera: 'Elige una en Cámaras',
  },
  tv: 'Vista a pantalla completa',
};
