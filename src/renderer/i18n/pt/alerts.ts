import type { alerts as english } from '../en/alerts';

export const alerts: typeof english = {
  title: 'Notificações',
  elsewhere:
    'As notificações aparecem no aplicativo Foyer para desktop, no computador em que ele funciona, e não neste navegador. O que você escolhe aqui vale para esse aplicativo.',
  cameraSilent: {
    label: 'Uma câmera está sem sinal',
    help: 'No horário de funcionamento, uma vez, e de novo depois de um dia se continuar.',
  },
  cameraBack: {
    label: 'Uma câmera sem sinal voltou',
    help: 'No horário de funcionamento, quando ela ficou todo esse tempo sem sinal.',
  },
  silentAfterMinutes: {
    label: 'Uma câmera está sem sinal depois de',
    help: 'Tempo sem sinal de vida. É contado a partir da abertura.',
    unit: 'minutos',
    invalid: 'Minutos inteiros, de {least} a {most}.',
  },
  occupancyLimit: {
    label: 'Há pessoas demais na loja',
    help: 'Assim que uma loja chega ao limite, e depois a cada meia hora enquanto continuar assim.',
  },
  occupancyLimitPeople: {
    label: 'Limite para cada loja',
    help: 'Deixe vazio se não houver limite.',
    unit: 'pessoas',
    invalid: 'Um número inteiro de {least} a {most}, ou nada.',
  },
  enteredWhileClosed: {
    label: 'Alguém entra com a loja fechada',
    help: 'No máximo a cada 15 minutos.',
  },
  insideAtClosing: {
    label: 'Talvez haja alguém na loja depois de fechar',
    help: 'Uma vez, dez minutos ou mais depois de fechar, quando nem todos foram vistos sair.',
  },
  staffMinutes: {
    label: 'Tempo para a equipe chegar e sair',
    help: 'Durante este tempo antes de abrir e depois de fechar, as duas notificações acima ficam quietas.',
    unit: 'minutos',
    invalid: 'Minutos inteiros, de {least} a {most}.',
  },
  needHours:
    'Estas duas precisam do horário de funcionamento, e sua loja ainda não tem um. Você pode defini-lo no início desta página.',
  storageTrouble: {
    label: 'As contagens não podem ser salvas',
    help: 'A qualquer hora, por exemplo quando o disco está cheio. De novo a cada quatro horas enquanto durar.',
  },
  reportTrouble: {
    label: 'Os relatórios programados não podem ser escritos',
    help: 'A qualquer hora, quando a pasta deles falta ou está cheia há meia hora. De novo a cada dia enquanto durar.',
  },
  addressChanged: {
    label: 'Este computador tem um novo endereço',
    help: 'A qualquer hora, uma vez, quando câmeras ainda chamam o antigo.',
  },
};
