import type { Sentences } from '../sentences';

export const es: Sentences = {
  'disk-full':
    'El disco está lleno. Las cámaras guardan sus recuentos; libera espacio y volverán a enviarlos.',
  'not-writable': 'Foyer no puede escribir en {folder}. Hasta entonces las cámaras guardan sus recuentos.',
  'folder-gone':
    'La carpeta de datos {folder} ya no está. ¿Se ha quitado una unidad? Las cámaras guardan sus recuentos.',
  'not-saved':
    'No se han podido guardar recuentos en {folder}. Las cámaras los guardan y los vuelven a enviar.',
  'backup-failed': 'No se ha podido escribir la copia de seguridad diaria. ¿Hay espacio en el disco?',
  'open-elsewhere': 'El archivo está abierto en otro programa. Ciérralo allí e inténtalo de nuevo.',
  'not-allowed': 'No se puede escribir en esta carpeta. Elige otra.',
  'no-room': 'El disco está lleno. Libera espacio o elige otro disco.',
  'read-only': 'Este disco solo se puede leer. Elige otro lugar.',
  'folder-missing': 'Esta carpeta ya no existe. Elige otra.',
  'name-unusable': 'Aquí un archivo no puede llamarse así. Elige otro nombre.',
  'too-little-room': 'No hay espacio suficiente en el disco.',
  'path-unusable': 'No se puede usar {path}. ¿Está abierto en otro sitio o protegido?',
  'not-foyer': 'Este no es un archivo de Foyer.',
  'newer-file': 'Este archivo es de una versión más nueva de Foyer. Instálala primero.',
  'damaged-file': 'El archivo está dañado: {cause}',
  'unreadable-file': 'Este archivo no se puede leer como base de datos.',
  'file-gone': 'Este archivo ya no existe.',
  'file-too-large': 'Este archivo es demasiado grande para ser de Foyer.',
  'port-in-use': 'Otro programa ya usa el puerto {port}. Cierra ese programa o elige otro puerto.',
  'port-not-allowed': 'Este equipo no deja que Foyer use el puerto {port}. Elige uno por encima de 1023.',
  'no-such-address': 'Este equipo no tiene la dirección {host}.',
  'port-failed': 'Foyer no puede escuchar en el puerto {port} ({cause}).',
  starting: 'Foyer todavía se está iniciando.',
  closing: 'Foyer se está cerrando.',
  'camera-known': 'La cámara {sn} ya está.',
  'not-replaced': 'Ninguna cámara ha sustituido a {sn}.',
  'replaced-already': '{by} ya ha sustituido a {sn}.',
  'cannot-replace': '{by} no puede sustituir a {sn}.',
  'demo-needs-port': 'La demostración necesita el puerto de las cámaras, y no está abierto.',
};
