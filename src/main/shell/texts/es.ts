import { es as sentences } from '#shared/sentences/es';
import type { ShellTexts } from './en';

const figure = new Intl.NumberFormat('es').format;
const counted = (n: number, one: string, many: string) => `${figure(n)} ${n === 1 ? one : many}`;

export const es: ShellTexts = {
  sentences,
  tray: {
    starting: 'Foyer se está iniciando',
    open: 'Abrir Foyer',
    quit: 'Salir de Foyer',
    noVisitors: 'hoy aún sin visitantes',
    visitors: (n) => `${counted(n, 'visitante', 'visitantes')} hoy`,
    inside: (n) => `${figure(n)} dentro`,
    cannotSave: 'No se pueden guardar los recuentos',
    noPort: 'Las cámaras no pueden llamar: el puerto no está abierto',
    noCamera: 'Todavía no ha llamado ninguna cámara',
    oneOnline: 'La cámara está en línea',
    allOnline: 'Todas las cámaras están en línea',
    silent: (n, of) => `${figure(n)} de ${counted(of, 'cámara', 'cámaras')} sin señal`,
  },
  menu: {
    file: 'Archivo',
    edit: 'Edición',
    view: 'Ver',
    window: 'Ventana',
    help: 'Ayuda',
    about: 'Acerca de Foyer',
    checkForUpdates: 'Buscar actualizaciones…',
    copyDiagnostics: 'Copiar diagnóstico',
    hide: 'Ocultar Foyer',
    hideOthers: 'Ocultar otros',
    showAll: 'Mostrar todo',
    close: 'Cerrar ventana',
    undo: 'Deshacer',
    redo: 'Rehacer',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    selectAll: 'Seleccionar todo',
    actualSize: 'Tamaño real',
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    fullScreen: 'Pantalla completa',
    minimize: 'Minimizar',
    front: 'Traer todo al frente',
  },
  about: {
    what: 'Cuenta a las personas de tu tienda. Todo se queda en este equipo.',
    dataFolder: (path) => `Carpeta de datos: ${path}`,
    copyDiagnostics: 'Copiar diagnóstico',
    openFolder: 'Abrir carpeta de datos',
  },
  ok: 'Aceptar',
  keepsCounting: {
    title: 'Foyer sigue contando',
    body: 'La ventana está cerrada, pero se sigue escuchando a las cámaras. Abre Foyer o sal de él desde su icono junto al reloj.',
  },
  alerts: {
    more: (n) => `${figure(n)} más`,
    allSilent: {
      title: 'No llama ninguna cámara',
      body: '¿Funciona la red? Lo más probable es que sea el router o su cable.',
    },
    silent: (names, n, minutes) => ({
      title: `${names}: sin señal`,
      body: `No se ha oído nada durante ${counted(minutes, 'minuto', 'minutos')}. Revisa la corriente y la red.`,
    }),
    back: (names, n) => ({
      title: `${names}: de vuelta`,
      body: `Foyer pide lo que se contó mientras tanto, si ${n === 1 ? 'la cámara lo recuerda' : 'las cámaras lo recuerdan'}.`,
    }),
    limit: (site, inside, limit) => ({
      title: `Hay ${counted(inside, 'persona', 'personas')} dentro`,
      body: `${site}: el límite es ${figure(limit)}.`,
    }),
    enteredClosed: (site, people) => ({
      title: people === 1 ? 'Ha entrado alguien' : `Han entrado ${figure(people)} personas`,
      body: `${site}: está cerrado.`,
    }),
    insideAtClosing: (site, n) => ({
      title: '¿Queda alguien dentro?',
      body: `${site} ha cerrado y no se ha visto salir a ${counted(n, 'persona', 'personas')}.`,
    }),
    cannotSave: 'No se pueden guardar los recuentos',
    reports: {
      title: 'Los informes no se están escribiendo',
      body: '¿Está su carpeta y hay sitio? Foyer lo sigue intentando y dice más en su ventana.',
    },
    newAddress: (from, to) => ({
      title: 'Este equipo tiene una dirección nueva',
      body: `Ahora es ${to}, y hay cámaras que aún llaman a ${from}. Escribe en ellas la nueva, o haz que el router conserve la antigua.`,
    }),
  },
  updates: {
    available: (version) => ({
      title: `Foyer ${version} está disponible`,
      body: 'Haz clic para instalarlo.',
    }),
    notInstalled: 'Este Foyer no se actualiza solo: no se instaló con su instalador.',
    newest: 'Esta es la versión más reciente.',
    noAnswer: 'No se han podido buscar actualizaciones. ¿Hay conexión a Internet?',
    offer: (version) => ({
      title: `¿Instalar ahora Foyer ${version}?`,
      body: 'Foyer se reinicia, lo que tarda alrededor de un minuto. Las cámaras guardan sus recuentos mientras tanto.',
    }),
    install: 'Instalar y reiniciar',
    later: 'Más tarde',
    notSaved: {
      title: 'No se ha instalado',
      body: 'No se han podido guardar antes los datos. ¿Está lleno el disco?',
    },
    notGenuine: {
      title: 'No se ha instalado',
      body: 'La actualización no se ha podido descargar o no es auténtica. No se ha cambiado nada.',
    },
  },
  page: {
    crashed: {
      title: 'La ventana ha dejado de funcionar',
      body: 'Foyer sigue contando. La ventana se volvió a abrir y ha fallado otra vez.',
    },
    frozen: {
      title: 'La ventana no responde',
      body: 'Foyer sigue contando. Espera un poco o vuelve a abrir la ventana.',
    },
    reload: 'Volver a abrir',
    wait: 'Esperar',
    close: 'Cerrar la ventana',
  },
  start: {
    title: 'Foyer no puede iniciarse',
    locked: (folder) =>
      `Ya hay otro Foyer en marcha con ${folder}. Ciérralo primero; su icono está junto al reloj.`,
    unwritable: (folder) => `Foyer no puede escribir en su carpeta ${folder}.`,
    newer: (folder) =>
      `Los datos de ${folder} son de una versión más nueva de Foyer. Instala la más reciente, por favor.`,
    unreadable: (folder) => `No se pueden leer los datos de ${folder}.`,
  },
};
