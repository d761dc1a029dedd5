import type { computer as english } from '../en/computer';

export const computer: typeof english = {
  title: 'Este equipo',
  startWithComputer: {
    label: 'Iniciar con este equipo',
    help: 'Foyer empieza a contar solo, sin ventana, cuando inicias sesión.',
  },
  keepAwake: {
    label: 'Mantener este equipo despierto',
    help: 'No entra en suspensión mientras Foyer funciona. La pantalla sí puede apagarse.',
  },
  closeToTray: {
    label: 'Seguir contando con la ventana cerrada',
    help: 'Foyer espera entonces como icono junto al reloj. Desde ahí puedes abrirlo o salir.',
  },
  checkForUpdates: {
    label: 'Buscar versiones nuevas',
    help: 'Una vez al día. Foyer te avisa si hay una y solo la instala si aceptas.',
  },
};
