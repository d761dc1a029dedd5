import type { computer as english } from '../en/computer';

export const computer: typeof english = {
  title: 'Este computador',
  startWithComputer: {
    label: 'Iniciar com este computador',
    help: 'O Foyer começa a contar sozinho, sem janela, quando você faz login.',
  },
  keepAwake: {
    label: 'Manter este computador acordado',
    help: 'Ele não entra em suspensão enquanto o Foyer funciona. A tela pode apagar.',
  },
  closeToTray: {
    label: 'Continuar contando com a janela fechada',
    help: 'O Foyer fica então como um ícone perto do relógio. Ali você pode abri-lo ou encerrá-lo.',
  },
  checkForUpdates: {
    label: 'Procurar novas versões',
    help: 'Uma vez por dia. O Foyer avisa e só instala se você concordar.',
  },
};
