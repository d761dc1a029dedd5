import type { app as english } from '../en/app';

export const app: typeof english = {
  brand: 'Foyer',
  documentTitle: '{screen} – {app}',
  nav: {
    label: 'Telas',
    today: 'Hoje',
    history: 'Histórico',
    cameras: 'Câmeras',
    settings: 'Configurações',
    skip: 'Ir para o conteúdo',
  },
  connection: {
    lost: 'Reconectando… Os números abaixo são de antes de a conexão cair.',
  },
  trouble: {
    port: 'As câmeras não conseguem chegar a este computador',
    storage: 'O Foyer não consegue salvar agora',
    reports: 'Os relatórios não estão sendo escritos',
    reportsWhy: {
      'open-elsewhere': 'Um relatório está aberto em outro programa. Feche-o lá.',
      'not-allowed': 'O Foyer não pode escrever na pasta dos relatórios.',
      'disk-full': 'O disco dos relatórios está cheio.',
      'read-only': 'O disco dos relatórios só pode ser lido.',
      'folder-missing': 'A pasta dos relatórios não está lá.',
      'name-unusable': 'Um relatório não pode ter este nome nesta pasta.',
      'no-window': 'Uma página só pode ser impressa enquanto o aplicativo de desktop está aberto.',
      unknown: 'Não foi possível criar um relatório.',
    },
    reportsAgain: 'Uma nova tentativa é feita a cada poucos minutos.',
    load: 'O Foyer não conseguiu carregar tudo',
    forbidden: 'Este link não é mais válido',
    forbiddenHelp: 'Abra o painel de novo com o link que o Foyer mostra no computador da loja.',
    toSettings: 'Mudar a porta nas Configurações',
    tryAgain: 'Tentar de novo',
  },
  errors: {
    forbidden: 'Esta página é só para consulta. Faça a mudança no computador da loja.',
    'not-found': 'Isso não existe mais. Alguém pode ter removido nesse meio-tempo.',
    internal: 'Algo deu errado dentro do Foyer. Tentar de novo pode resolver.',
    invalid: 'Isso não pode ser: “{message}”',
    conflict: 'Do jeito que as coisas estão, isso não pode ser feito: “{message}”',
    unavailable: 'Isso não é possível agora: “{message}”',
    unreachable: 'O Foyer não responde. Ele está aberto no computador da loja?',
  },
  actions: {
    save: 'Salvar',
    cancel: 'Cancelar',
    copy: 'Copiar',
    copied: 'Copiado',
    dismiss: 'Fechar',
    explain: 'O que é “{name}”?',
  },
  time: {
    ago: {
      now: 'agora mesmo',
      minutes: 'há {n} minuto | há {n} minutos',
      hours: 'há {n} hora | há {n} horas',
      days: 'há {n} dia | há {n} dias',
    },
    length: {
      seconds: '{n} segundo | {n} segundos',
      minutes: '{n} minuto | {n} minutos',
      hours: '{n} hora | {n} horas',
      days: '{n} dia | {n} dias',
    },
    exact: {
      minutes: '{minutes} min',
      hours: '{hours} h',
      both: '{hours} h {minutes} min',
    },
  },
};
