import type { WorkbookTexts } from '../texts';

export const pt: WorkbookTexts = {
  headings: {
    site: 'Loja',
    camera: 'Câmera',
    serial: 'Número de série',
    in: 'Visitantes',
    out: 'Saíram',
    passby: 'Passantes',
    turnback: 'Deram meia-volta',
    in_adult: 'Adultos',
    in_child: 'Crianças',
    in_staff: 'Equipe',
    turn_in_rate: 'Taxa de atração',
    turn_back_rate: 'Taxa de meia-volta',
    coverage: 'Cobertura',
    days_counted: 'Dias contados',
    busiest_day: 'Melhor dia',
    busiest_day_in: 'Visitantes nesse dia',
    state: 'Estado',
    counts_as: 'Conta como',
    turned_round: 'Virada',
    replaces: 'Substitui',
    first_seen: 'Primeiro sinal',
    last_seen: 'Último sinal',
    what: 'O quê',
    about: 'Significado',
  },
  states: { new: 'nova', active: 'ativa', blocked: 'bloqueada', retired: 'aposentada' },
  roles: { entrance: 'entrada', inner: 'interna' },
  yes: 'sim',
  no: 'não',
  hours: {
    all: 'todas as horas',
    open: 'só o horário de funcionamento',
    closed: 'só fora do horário de funcionamento',
  },
  about: {
    from: 'De',
    to: 'Até (inclusive)',
    timeZone: 'Fuso horário',
    made: 'Feito',
    hours: 'Horas',
    children: 'Crianças',
    staff: 'Equipe',
    corrections: 'Correções',
    empty: 'Células vazias',
  },
  says: {
    children: 'Abaixo de {cm} cm, quando a câmera não diz por si mesma.',
    staff: 'Contada como todos; in_staff diz quantos visitantes tinham cartão de funcionário.',
    corrections:
      'Em colunas próprias nas planilhas Daily e Hourly; não se aplicam às outras colunas nem ao resumo.',
  },
  means: {
    in: 'Visitantes: pessoas que entraram por esta porta.',
    out: 'Pessoas que saíram por esta porta.',
    passby: 'Pessoas que passaram em frente, até onde a câmera vê. Uma tendência, não a rua inteira.',
    turnback: 'Pessoas que vieram até a porta e voltaram.',
    inAdultChild: 'Dos visitantes, como a câmera os distingue ou, senão, pela altura.',
    inStaff: 'Dos visitantes, os que têm cartão de funcionário. Não são descontados dos visitantes.',
    avgStay: 'Tempo médio sob a câmera em segundos, ponderado por pessoas. Não é o tempo na loja.',
    occupancy:
      'Pessoas dentro de toda a loja: no fim do período e o máximo no fim de qualquer quarto de hora. Um dia encerrado é corrigido de desvios.',
    turnInRate: 'in ÷ (in + passby)',
    turnBackRate: 'turnback ÷ (in + turnback)',
    coverage:
      'Minutos com sinal de vida da câmera ÷ minutos do período. Abaixo de 100 % algo não foi contado.',
    quality:
      'ok; partial: falta uma parte; missing: nada se sabe; estimated: calculado; edited: corrigido pelo dono, veja in_corrected.',
    corrected:
      'As contagens com as correções do dono, ao lado do que a câmera disse. Vazio onde nada foi corrigido.',
    empty: 'Nada se sabe. Não significa zero.',
    window:
      'Hora local da loja; o fim não está incluído. Quando o relógio atrasa, utc_offset distingue a hora repetida.',
  },
};
