import type { backup as english } from '../en/backup';

export const backup: typeof english = {
  title: 'Cópia de segurança',
  help: 'Uma vez por dia o Foyer copia tudo sozinho. Ele guarda uma cópia de cada um dos últimos 7 dias e de cada um dos últimos 12 meses.',
  last: 'Última cópia',
  none: 'Nenhuma ainda. O Foyer faz a primeira sozinho, pouco depois de a primeira câmera enviar dados.',
  when: '{day}, {time}',
  place: 'Onde estão as cópias',
  placeHelp:
    'Se este computador quebrar, as cópias se perdem com ele. De vez em quando, salve tudo em um arquivo em um pen drive.',
  now: 'Fazer cópia agora',
  made: 'Cópia feita',
  list: 'Estados anteriores',
  beforeRestore: 'guardada quando você voltou atrás ou carregou um arquivo',
  goBack: 'Voltar a este',
  goBackOf: 'Voltar a este: {when}',
  more: 'Mostrar mais {n} cópia | Mostrar mais {n} cópias',
  ask: {
    title: 'Voltar a {when}?',
    goes: 'Tudo o que veio depois sai: contagens, câmeras, lojas e configurações ficam como naquele momento.',
    stays: 'O Foyer guarda o que existe agora, para que você possa trazer de volta.',
    confirm: 'Voltar',
    working: 'Um momento…',
  },
  file: {
    title: 'Mudar para outro computador',
    help: 'Salve tudo em um arquivo aqui, carregue-o no outro computador e depois digite o endereço dele nas câmeras.',
    save: 'Salvar tudo em um arquivo',
    savedFile: 'Tudo está salvo em {path}',
    savedDownload: 'O arquivo estará entre os seus downloads',
    open: 'Carregar de um arquivo',
  },
  askFile: {
    title: 'Carregar tudo de um arquivo?',
    goes: 'Todas as contagens, câmeras, lojas e configurações deste computador dão lugar às do arquivo.',
    confirm: 'Escolher o arquivo',
  },
  done: {
    back: 'O Foyer voltou a {when}. O que havia até agora está guardado.',
    file: 'Agora tudo está como no arquivo. O que havia até agora está guardado.',
    undone: 'Tudo está como antes.',
    undo: 'Desfazer',
  },
};
