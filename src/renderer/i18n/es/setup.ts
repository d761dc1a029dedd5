import type { setup as english } from '../en/setup';

export const setup: typeof english = {
  title: 'Configurar una cámara',
  intro: 'Cuando las cuatro luces están en verde, la cámara cuenta.',
  proof: {
    title: '¿Funciona?',
    state: { good: 'hecho', waiting: 'esperando', bad: 'problema' },
    listening: {
      title: 'Foyer está a la escucha',
      good: 'El puerto {port} de este equipo está abierto para las cámaras.',
      bad: 'Foyer no está a la escucha.',
    },
    reachable: {
      title: 'Se puede llegar a este equipo',
      visited: 'Un aparato en {address} abrió la página, {age}.',
      called: 'Una cámara en {address} llega hasta él.',
      waiting: 'Aún sin comprobar. Pruébalo con un teléfono, como se explica abajo.',
      bad: 'Este equipo no está conectado a ninguna red. Conéctalo y esta página continuará sola.',
    },
    called: {
      title: 'La cámara ha llamado',
      good: '{name}, {age}.',
      waiting: 'Esperando. Llama en menos de un minuto tras guardar sus ajustes.',
    },
    counted: {
      title: 'Ha contado a alguien',
      good: '{name} ha contado hoy {in} entradas y {out} salidas.',
      waiting: 'Pasa por debajo de la cámara; las primeras cifras llegan solas.',
    },
    open: 'Abrir {name}',
  },
  type: {
    title: 'Escribe esto en la cámara',
    intro:
      'Abre la página de ajustes de la cámara en un navegador y busca «Data Push» o «HTTP». Guarda cuando lo hayas escrito todo.',
    network: 'La cámara está conectada por',
    networkHelp: 'Este equipo está en varias redes. Elige la de la cámara; la primera es la más probable.',
    server: 'Dirección del servidor',
    ip: 'Servidor (IP)',
    port: 'Puerto',
    heartbeat: 'Ruta de heartbeat',
    upload: 'Ruta de subida',
    mode: 'Modo de datos',
    whole: 'La cámara pide direcciones completas',
    heartbeatUrl: 'Dirección de heartbeat',
    uploadUrl: 'Dirección de subida',
    encrypted: 'Para una cámara configurada con HTTPS, este es el servidor. Las rutas son las mismas.',
    httpsUrl: 'Dirección del servidor, cifrada',
    https: 'Si la cámara ofrece HTTP y HTTPS, elige HTTP.',
  },
  phone: {
    title: 'Prueba con un teléfono',
    help: 'Escanea esto con un teléfono en el wifi de la tienda, o abre la dirección en su navegador. Dirá que Foyer está a la escucha, y la luz de arriba se pondrá verde.',
    code: 'Código de {url}',
    fails: '¿No se abre?',
    sameNetwork:
      'El teléfono y el equipo deben estar en la misma red. Un wifi de invitados suele separarlos; los datos móviles también.',
    firewall: 'Puede que el cortafuegos de este equipo rechace las visitas:',
    system: 'Sistema de este equipo',
  },
  firewall: {
    windows: {
      name: 'Windows',
      step1:
        'Abre «Seguridad de Windows», «Firewall y protección de red», «Permitir una aplicación a través del firewall». Marca Foyer para redes privadas.',
      step2: 'En la configuración de Windows, en «Red e Internet», pon la red de la tienda como «Privada».',
      command: 'O escribe esto en un símbolo del sistema abierto como administrador:',
    },
    mac: {
      name: 'macOS',
      step1:
        'Abre Ajustes del Sistema, «Red», «Firewall», «Opciones». Pon Foyer en «Permitir conexiones entrantes».',
      step2: 'En «Privacidad y seguridad», «Red local», activa Foyer.',
    },
    linux: {
      name: 'Linux',
      step1: 'Si hay un cortafuegos activado, deja pasar el puerto. Con ufw, escribe esto en una terminal:',
      step2: 'Con otro cortafuegos, permite conexiones TCP al puerto {port}.',
    },
  },
  refused: {
    title: 'El último mensaje rechazado',
  },
};
