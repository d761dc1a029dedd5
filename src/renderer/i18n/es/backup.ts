import type { backup as english } from '../en/backup';

export const backup: typeof english = {
  title: 'Copia de seguridad',
  help: 'Una vez al día Foyer copia todo por sí solo. Guarda una copia de cada uno de los últimos 7 días y de cada uno de los últimos 12 meses.',
  last: 'Última copia',
  none: 'Todavía ninguna. Foyer hace la primera por sí solo, poco después de que la primera cámara envíe datos.',
  when: '{day}, {time}',
  place: 'Dónde están las copias',
  placeHelp:
    'Si este equipo se estropea, sus copias se pierden con él. De vez en cuando, guarda todo en un archivo en una memoria USB.',
  now: 'Hacer copia ahora',
  made: 'Copia hecha',
  list: 'Estados anteriores',
  beforeRestore: 'guardada cuando volviste atrás o cargaste un archivo',
  goBack: 'Volver a este',
  goBackOf: 'Volver a este: {when}',
  more: 'Mostrar {n} copia más | Mostrar {n} copias más',
  ask: {
    title: '¿Volver a {when}?',
    goes: 'Se va todo lo posterior: recuentos, cámaras, tiendas y ajustes quedarán como en ese momento.',
    stays: 'Foyer guarda lo que hay ahora para que puedas recuperarlo.',
    confirm: 'Volver',
    working: 'Un momento…',
  },
  file: {
    title: 'Pasar a otro equipo',
    help: 'Guarda aquí todo en un archivo, cárgalo en el otro equipo y escribe después la dirección de ese equipo en las cámaras.',
    save: 'Guardar todo en un archivo',
    savedFile: 'Todo está guardado en {path}',
    savedDownload: 'El archivo estará entre tus descargas',
    open: 'Cargar desde un archivo',
  },
  askFile: {
    title: '¿Cargar todo desde un archivo?',
    goes: 'Todos los recuentos, cámaras, tiendas y ajustes de este equipo dejan paso a los del archivo.',
    confirm: 'Elegir el archivo',
  },
  done: {
    back: 'Foyer ha vuelto a {when}. Lo que había hasta ahora está guardado.',
    file: 'Ahora todo es como en el archivo. Lo que había hasta ahora está guardado.',
    undone: 'Todo está como antes.',
    undo: 'Deshacer',
  },
};
