import type { day as english } from '../en/day';

export const day: typeof english = {
  loading: 'Carregando os números de hoje',
  hours: {
    label: 'Quais horas contam',
    open: 'Horário de funcionamento',
    all: 'Dia inteiro',
    visitorsOpen: 'visitantes no horário de funcionamento',
    outside:
      '{n} fora do horário de funcionamento | {n} fora do horário de funcionamento | {n} fora do horário de funcionamento',
  },
  staleSince: 'Às {time}, sem conexão',
  usual: {
    range: 'Normal até agora: {low}–{high}',
    exact: 'Normal até agora: {n}',
    more: 'Mais que o normal',
    same: 'Como de costume',
    fewer: 'Menos que o normal',
    learning:
      'Para saber o normal são precisos três dias registrados deste dia da semana; por enquanto, nenhum | Para saber o normal são precisos três dias registrados deste dia da semana; por enquanto, {n} | Para saber o normal são precisos três dias registrados deste dia da semana; por enquanto, {n}',
  },
  lastWeek: {
    more: '{n} a mais que há uma semana a esta hora | {n} a mais que há uma semana a esta hora',
    fewer: '{n} a menos que há uma semana a esta hora | {n} a menos que há uma semana a esta hora',
    same: 'Tantos quanto há uma semana a esta hora',
    none: 'Há uma semana não foi registrado nada para comparar',
    parts: '({now} hoje, {before} naquele dia)',
    leftOut: 'Sem {length} que um dos dois dias não registrou.',
  },
  inside: {
    counted: 'Contadas nas entradas, {age}',
    seen: 'As câmeras veem {count}',
    seenUnknown: 'As câmeras não dizem quem está à vista',
    most: 'Máximo ao mesmo tempo: {count} às {time}',
    empty: 'Está vazia agora',
    set: 'Definir número',
    setTitle: 'Quantas pessoas há na loja?',
    setHelp:
      'O Foyer conta {count} agora. Daqui em diante ele soma e subtrai a partir do seu número; os visitantes não mudam.',
    emptyTitle: 'A loja está vazia?',
    emptyHelp:
      'O Foyer conta {count} na loja agora. Ele vai continuar a partir de zero; os visitantes não mudam.',
    field: 'Pessoas na loja',
    fieldError: 'Um número inteiro de 0 a 100.000.',
    confirm: 'Definir como {count}',
    done: 'Definido como {count} às {time}.',
    undo: 'Desfazer',
    undone: 'De volta a {count}.',
    corrections: 'Correções de hoje',
    automatic: '{time}: definido como {after}, porque saíram mais do que entraram',
    manual: '{time}: mudado à mão de {before} para {after}',
    noCorrections: 'Nenhuma correção hoje.',
  },
  visit: {
    atClose: 'Quando o dia acabar',
    yesterday: '{length} ontem',
    missing: {
      coverage: 'Não para ontem: pouco foi registrado',
      imbalance: 'Não para ontem: entradas e saídas diferem demais',
      'few-visitors': 'Não para ontem: menos de 30 visitantes',
      'not-over': 'Quando o dia acabar',
    },
  },
  imbalance: {
    moreOut: 'Saíram mais pessoas do que entraram',
    moreOutHelp:
      '{in} entraram, {out} saíram. Uma câmera pode estar ao contrário, ou uma entrada pode estar sem câmera.',
    moreIn: 'Entraram muito mais pessoas do que saíram',
    moreInHelp:
      '{in} entraram, {out} saíram. Se não estão todas na loja, uma entrada pode estar sem câmera. “Está vazia agora” acerta o número.',
  },
  facts: {
    title: 'Hoje, por câmera',
    total: 'No total',
    loading: 'Um momento…',
    rate: '{in} ÷ ({in} + {passby}) = {rate}',
    hoursOpen: 'Só o que aconteceu no horário de funcionamento.',
    hoursAll: 'O dia inteiro desde a meia-noite.',
    hoursNone: 'O dia inteiro desde a meia-noite. Não há horário de funcionamento definido.',
    coverage: 'Registrado: {percent} do tempo até agora, na entrada menos registrada.',
    quality: 'O que o Foyer corrigiu hoje',
    qualityNone: 'Hoje não foi preciso corrigir nada.',
    times: '{n}× {what}',
    inner: 'As câmeras de dentro da loja não entram na conta.',
  },
  words: {
    title: 'O dia em palavras',
    bought: '{sales} vendas: {rate} dos visitantes compraram.',
    brought: 'Cada visitante trouxe {value} em média.',
    none: 'Ninguém entrou ainda.',
    soFar: 'Ninguém entrou até agora. | Um visitante entrou até agora. | {n} visitantes entraram até agora.',
    more: 'Ninguém entrou até agora, mais que o normal. | Um visitante até agora, mais que o normal a esta hora. | {n} visitantes até agora, mais que o normal a esta hora.',
    same: 'Ninguém entrou até agora, o que é normal a esta hora. | Um visitante até agora, o normal a esta hora. | {n} visitantes até agora, mais ou menos o normal a esta hora.',
    fewer:
      'Ninguém entrou até agora, menos que o normal a esta hora. | Um visitante até agora, menos que o normal a esta hora. | {n} visitantes até agora, menos que o normal a esta hora.',
    busiest:
      'A hora mais movimentada foi {time}. | A hora mais movimentada foi {time}, com um visitante. | A hora mais movimentada foi {time}, com {n} visitantes.',
    busiestNow:
      'A hora a partir das {time} é a mais movimentada até agora. | A hora a partir das {time} é a mais movimentada até agora, com um visitante. | A hora a partir das {time} é a mais movimentada até agora, com {n} visitantes.',
    gap: 'Falta uma parte do dia ({length}), então o número real pode ser maior.',
    partly:
      'Só {percent} do horário de funcionamento até agora foi registrado, então o número real pode ser maior.',
    silent:
      '{name} está sem sinal; falta o que ela contaria. | {n} câmeras estão sem sinal; falta o que elas contariam.',
  },
  notes: {
    title: 'Nota de hoje',
    add: 'Adicionar uma nota',
    help: 'Uma promoção, uma feira na rua, chuva: o que explica este dia mais tarde.',
    field: 'Nota',
    edit: 'Editar a nota',
    left: 'Resta {n} caractere | Restam {n} caracteres',
  },
  chart: {
    title: 'O dia',
    by: 'Intervalo do gráfico',
    range: '{low}–{high}',
    hour: 'Horas',
    quarter: 'Quartos de hora',
    usual: 'Visitantes habituais',
    usualTip: 'Normal: {low}–{high}',
    table: 'Ver como tabela',
    time: 'Hora',
  },
  sites: {
    label: 'Loja',
    noCamera: 'Nenhuma câmera pertence a esta loja ainda.',
    chooseCamera: 'Escolha uma em Câmeras',
  },
  tv: 'Tela cheia',
};
