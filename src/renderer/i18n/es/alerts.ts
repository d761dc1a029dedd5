import type { alerts as english } from '../en/alerts';

export const alerts: typeof english = {
  title: 'Avisos',
  elsewhere:
    'Los avisos aparecen en la aplicación de escritorio de Foyer, en el equipo en que funciona, y no en este navegador. Lo que elijas aquí vale para esa aplicación.',
  cameraSilent: {
    label: 'Una cámara no da señal',
    help: 'En horario de apertura, una vez, y de nuevo al cabo de un día si continúa.',
  },
  cameraBack: {
    label: 'Una cámara vuelve a dar señal',
    help: 'En horario de apertura, cuando llevaba todo ese tiempo sin darla.',
  },
  silentAfterMinutes: {
    label: 'Una cámara está sin señal tras',
    help: 'Tiempo sin señal de vida. Se cuenta a partir de la hora de apertura.',
    unit: 'minutos',
    invalid: 'Minutos enteros, de {least} a {most}.',
  },
  occupancyLimit: {
    label: 'Hay demasiadas personas dentro',
    help: 'En cuanto una tienda llega al límite, y después cada media hora mientras siga así.',
  },
  occupancyLimitPeople: {
    label: 'Límite para cada tienda',
    help: 'Déjalo vacío si no hay límite.',
    unit: 'personas',
    invalid: 'Un número entero de {least} a {most}, o nada.',
  },
  enteredWhileClosed: {
    label: 'Alguien entra con la tienda cerrada',
    help: 'Como mucho cada 15 minutos.',
  },
  insideAtClosing: {
    label: 'Quizá quede alguien dentro tras el cierre',
    help: 'Una vez, diez minutos o más después del cierre, si no se ha visto salir a todos.',
  },
  staffMinutes: {
    label: 'Tiempo en que entra y sale el personal',
    help: 'Durante este tiempo antes de abrir y después de cerrar, los dos avisos de arriba no suenan.',
    unit: 'minutos',
    invalid: 'Minutos enteros, de {least} a {most}.',
  },
  needHours:
    'Estos dos necesitan un horario de apertura, y tu tienda aún no lo tiene. Puedes ponerlo al principio de esta página.',
  storageTrouble: {
    label: 'No se pueden guardar los recuentos',
    help: 'A cualquier hora, por ejemplo si el disco está lleno. De nuevo cada cuatro horas mientras dure.',
  },
  reportTrouble: {
    label: 'No se pueden escribir los informes programados',
    help: 'A cualquier hora, si su carpeta falta o está llena durante media hora. De nuevo cada día mientras dure.',
  },
  addressChanged: {
    label: 'Este equipo tiene una dirección nueva',
    help: 'A cualquier hora, una vez, si las cámaras siguen llamando a la antigua.',
  },
};
