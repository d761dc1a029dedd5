import type { figures as english } from '../en/figures';

export const figures: typeof english = {
  in: {
    name: 'Visitantes',
    short: 'Entradas',
    help: 'Pessoas que entraram, contadas em todas as entradas da loja. Quem sai e volta conta de novo. A equipe também é contada.',
  },
  out: {
    name: 'Saíram',
    short: 'Saídas',
    help: 'Pessoas que saíram, contadas em todas as entradas da loja.',
  },
  passby: {
    name: 'Passantes',
    short: 'Passaram',
    help: 'Pessoas que atravessaram a vista de uma câmera e não entraram. Uma câmera vê o seu trecho de calçada, não a rua toda; leia o número como uma tendência.',
  },
  turnback: {
    name: 'Deram meia-volta',
    short: 'Meia-volta',
    help: 'Pessoas que foram até a porta e deram meia-volta antes de entrar.',
  },
  inside: {
    name: 'Na loja agora',
    help: 'Todos os que entraram desde o começo do dia, menos os que saíram. Uma pessoa não contada causa um desvio, por isso o número é comparado com o que as próprias câmeras veem.',
  },
  seen: {
    name: 'Sob as câmeras',
    help: 'Quantas pessoas as câmeras têm à vista neste momento, somadas. Elas veem a área embaixo delas, não a loja toda.',
  },
  mostInside: {
    name: 'Máximo ao mesmo tempo',
    help: 'O maior número de pessoas na loja ao fim de um quarto de hora do dia, contado nas entradas.',
  },
  avgVisit: {
    name: 'Visita média',
    help: 'Quanto tempo as pessoas ficaram na loja em média: todo o tempo que todos passaram dentro ÷ visitantes. É calculado quando o dia acaba, e só se quase todo ele foi registrado, se saíram tantos quanto entraram e se vieram pelo menos 30 pessoas.',
  },
  usual: {
    name: 'Normal para este dia da semana',
    help: 'Dos últimos oito dias iguais da semana bem registrados, oito em cada dez tiveram esses visitantes até esta hora.',
  },
  lastWeek: {
    name: 'Comparado com uma semana atrás',
    help: 'Visitantes até o último quarto de hora completo, comparados com os mesmos minutos sete dias antes. Os quartos de hora que um dos dois dias não registrou ficam de fora nos dois.',
  },
  turnInRate: {
    name: 'Taxa de atração',
    help: 'De todas as pessoas que as câmeras viram do lado de fora, a parte que entrou: visitantes ÷ (visitantes + passantes).',
    parts: '{in} de {all} entraram',
  },
  turnBackRate: {
    name: 'Taxa de meia-volta',
    help: 'De quem chegou até a porta, a parte que deu meia-volta: deram meia-volta ÷ (visitantes + deram meia-volta).',
    parts: '{part} de {all} deram meia-volta',
  },
  conversion: {
    name: 'Conversão',
    help: 'A parte dos visitantes que comprou: vendas ÷ visitantes das mesmas horas, nos dias em que você anotou as vendas.',
  },
  valuePerVisitor: {
    name: 'Valor por visitante',
    help: 'O que cada visitante trouxe em média: receita ÷ visitantes das mesmas horas, nos dias em que você anotou a receita.',
  },
  avgStay: {
    name: 'Tempo médio à vista',
    short: 'Tempo à vista',
    help: 'Quanto tempo as pessoas ficaram sob a câmera em média. Não é o tempo que passaram na loja.',
  },
  coverage: {
    name: 'Cobertura',
    help: 'A parte do tempo em que as câmeras deram sinal de vida. Abaixo de 100% falta algo, então os números reais podem ser maiores.',
  },
};
