import { pt as sentences } from '#shared/sentences/pt';
import type { ShellTexts } from './en';

const figure = new Intl.NumberFormat('pt').format;
/** Nothing is singular here: "0 visitante". */
const counted = (n: number, one: string, many: string) => `${figure(n)} ${n < 2 ? one : many}`;

export const pt: ShellTexts = {
  sentences,
  tray: {
    starting: 'O Foyer está iniciando',
    open: 'Abrir o Foyer',
    quit: 'Sair do Foyer',
    noVisitors: 'nenhum visitante hoje ainda',
    visitors: (n) => `${counted(n, 'visitante', 'visitantes')} hoje`,
    inside: (n) => `${figure(n)} dentro`,
    cannotSave: 'As contagens não podem ser salvas',
    noPort: 'As câmeras não conseguem chamar: a porta não está aberta',
    noCamera: 'Nenhuma câmera chamou ainda',
    oneOnline: 'A câmera está on-line',
    allOnline: 'Todas as câmeras estão on-line',
    silent: (n, of) => `${figure(n)} de ${counted(of, 'câmera', 'câmeras')} sem sinal`,
  },
  menu: {
    file: 'Arquivo',
    edit: 'Editar',
    view: 'Exibir',
    window: 'Janela',
    help: 'Ajuda',
    about: 'Sobre o Foyer',
    checkForUpdates: 'Procurar atualizações…',
    copyDiagnostics: 'Copiar diagnóstico',
    hide: 'Ocultar o Foyer',
    hideOthers: 'Ocultar os outros',
    showAll: 'Mostrar tudo',
    close: 'Fechar a janela',
    undo: 'Desfazer',
    redo: 'Refazer',
    cut: 'Recortar',
    copy: 'Copiar',
    paste: 'Colar',
    selectAll: 'Selecionar tudo',
    actualSize: 'Tamanho real',
    zoomIn: 'Ampliar',
    zoomOut: 'Reduzir',
    fullScreen: 'Tela cheia',
    minimize: 'Minimizar',
    front: 'Trazer tudo para a frente',
  },
  about: {
    what: 'Conta as pessoas na sua loja. Tudo fica neste computador.',
    dataFolder: (path) => `Pasta de dados: ${path}`,
    copyDiagnostics: 'Copiar diagnóstico',
    openFolder: 'Abrir a pasta de dados',
  },
  ok: 'OK',
  keepsCounting: {
    title: 'O Foyer continua contando',
    body: 'A janela está fechada, mas as câmeras continuam sendo ouvidas. Abra o Foyer ou saia dele pelo ícone perto do relógio.',
  },
  alerts: {
    more: (n) => `mais ${figure(n)}`,
    allSilent: {
      title: 'Nenhuma câmera está chamando',
      body: 'A rede está funcionando? O mais provável é o roteador ou o cabo dele.',
    },
    silent: (names, n, minutes) => ({
      title: `${names}: sem sinal`,
      body: `Nada foi ouvido por ${counted(minutes, 'minuto', 'minutos')}. Verifique a energia e a rede.`,
    }),
    back: (names, n) => ({
      title: `${names}: de volta`,
      body: `O Foyer pede o que foi contado nesse meio-tempo, se ${n === 1 ? 'a câmera se lembrar' : 'as câmeras se lembrarem'}.`,
    }),
    limit: (site, inside, limit) => ({
      title: `${counted(inside, 'pessoa', 'pessoas')} dentro`,
      body: `${site}: o limite é ${figure(limit)}.`,
    }),
    enteredClosed: (site, people) => ({
      title: people === 1 ? 'Alguém entrou' : `${figure(people)} pessoas entraram`,
      body: `${site}: está fechado.`,
    }),
    insideAtClosing: (site, n) => ({
      title: 'Ainda há alguém dentro?',
      body: `${site} fechou, e ${counted(n, 'pessoa não foi vista', 'pessoas não foram vistas')} saindo.`,
    }),
    cannotSave: 'As contagens não podem ser salvas',
    reports: {
      title: 'Os relatórios não estão sendo escritos',
      body: 'A pasta deles está lá, e há espaço? O Foyer continua tentando e diz mais na sua janela.',
    },
    newAddress: (from, to) => ({
      title: 'Este computador tem um novo endereço',
      body: `Agora é ${to}, e há câmeras que ainda chamam ${from}. Digite o novo nelas, ou faça o roteador manter o antigo.`,
    }),
  },
  updates: {
    available: (version) => ({ title: `O Foyer ${version} está disponível`, body: 'Clique para instalar.' }),
    notInstalled: 'Este Foyer não se atualiza sozinho: não foi instalado pelo instalador.',
    newest: 'Esta é a versão mais recente.',
    noAnswer: 'Não foi possível procurar atualizações. Há conexão com a Internet?',
    offer: (version) => ({
      title: `Instalar o Foyer ${version} agora?`,
      body: 'O Foyer reinicia, o que leva cerca de um minuto. As câmeras guardam as contagens enquanto isso.',
    }),
    install: 'Instalar e reiniciar',
    later: 'Mais tarde',
    notSaved: {
      title: 'Não instalado',
      body: 'Não foi possível salvar os dados antes. O disco está cheio?',
    },
    notGenuine: {
      title: 'Não instalado',
      body: 'A atualização não pôde ser baixada ou não é autêntica. Nada foi alterado.',
    },
  },
  page: {
    crashed: {
      title: 'A janela parou de funcionar',
      body: 'O Foyer continua contando. A janela foi aberta de novo e parou mais uma vez.',
    },
    frozen: {
      title: 'A janela não responde',
      body: 'O Foyer continua contando. Espere um pouco ou abra a janela de novo.',
    },
    reload: 'Abrir de novo',
    wait: 'Esperar',
    close: 'Fechar a janela',
  },
  start: {
    title: 'O Foyer não pode iniciar',
    locked: (folder) =>
      `Já há outro Foyer em execução com ${folder}. Feche-o primeiro; o ícone dele está perto do relógio.`,
    unwritable: (folder) => `O Foyer não consegue gravar na sua pasta ${folder}.`,
    newer: (folder) =>
      `Os dados em ${folder} são de um Foyer mais novo. Instale a versão mais recente, por favor.`,
    unreadable: (folder) => `Os dados em ${folder} não podem ser lidos.`,
  },
};
