import type { refused as english } from '../en/refused';

export const refused: typeof english = {
  title: 'Mensagens recusadas',
  intro: 'Chegaram a este computador, mas não puderam ser usadas. Não contam nada.',
  none: 'Nada foi recusado.',
  from: 'de {address}',
  serial: 'Série {sn}',
  times: 'uma vez | {n} vezes',
  answer: 'A câmera recebeu como resposta:',
  place: 'Lugar: {place}',
  add: 'Adicionar esta câmera',
  addedSince: 'Você já a adicionou; ela é contada a partir do próximo sinal de vida.',
  allow: 'Permitir este endereço',
  allowedSince: 'Você já o permitiu; ele conta a partir do próximo sinal de vida.',
  showBody: 'Mostrar a mensagem',
  emptyBody: '(sem conteúdo)',
  what: {
    'empty-body': 'Uma mensagem vazia',
    'not-json': 'Não é mensagem de câmera',
    'not-an-object': 'Não é mensagem de câmera',
    'no-serial': 'Uma mensagem sem número de série',
    'bad-serial': 'Um número de série impossível',
    'no-known-content': 'Uma mensagem sem nada para contar',
    'no-usable-field': 'Um envio sem nenhum número útil',
    'no-time': 'Um envio sem horário',
    'bad-time': 'Um envio com horário impossível',
    'bad-list': 'Uma lista danificada de números passados',
    'unknown-path': 'O caminho errado',
    'unknown-camera': 'Uma câmera que não foi adicionada',
    'blocked-camera': 'Uma câmera bloqueada',
    'too-many-new-cameras': 'Câmeras novas demais',
    'too-large': 'Uma mensagem grande demais',
    'too-slow': 'Uma mensagem que nunca chegou inteira',
    'too-many-messages': 'Mensagens demais de um mesmo aparelho',
    'address-not-allowed': 'Um aparelho sem permissão',
    storage: 'O Foyer não conseguiu salvar',
  },
  cure: {
    'empty-body':
      'Muitas vezes é alguém que testou o endereço. Se uma câmera continuar fazendo isso, reinicie-a.',
    'not-json':
      'Outro aparelho ou programa chamou este endereço, ou a câmera envia outro formato. Escolha “HTTP” com JSON nas configurações dela.',
    'not-an-object':
      'Outro aparelho ou programa chamou este endereço, ou a câmera envia outro formato. Escolha “HTTP” com JSON nas configurações dela.',
    'no-serial': 'Veja nas configurações da câmera se o número de série está vazio.',
    'bad-serial': 'Um número de série tem até 64 letras e algarismos. Corrija nas configurações da câmera.',
    'no-known-content':
      'Veja se a contagem da própria câmera está ligada e se a linha ou zona está desenhada.',
    'no-usable-field':
      'Veja se a contagem da própria câmera está ligada e se a linha ou zona está desenhada.',
    'no-time': 'Acerte o relógio da câmera; ela deveria receber a hora pelo heartbeat.',
    'bad-time': 'Acerte o relógio da câmera; ela deveria receber a hora pelo heartbeat.',
    'bad-list': 'O resto dos números é contado. Se isso se repetir, atualize o software da câmera.',
    'unknown-path':
      'Corrija os dois caminhos nas configurações da câmera. “Configurar uma câmera” mostra-os para copiar.',
    'unknown-camera': 'Se for sua, adicione-a; ela é contada a partir daí.',
    'blocked-camera': 'Você a bloqueou. Para voltar a contá-la, abra a página dela e desbloqueie.',
    'too-many-new-cameras': 'Dê nome às câmeras novas da lista ou bloqueie-as; depois outras podem entrar.',
    'too-large':
      'Peça a esta câmera trechos mais curtos do passado, ou faça com que informe com mais frequência.',
    'too-slow': 'A rede entre a câmera e o computador está fraca. Verifique o cabo ou o Wi-Fi.',
    'too-many-messages':
      'Um aparelho envia muito mais do que uma câmera. Se for uma câmera, reinicie-a; se você não o conhece, tire-o da rede.',
    'address-not-allowed': 'Só os aparelhos da sua lista podem enviar. Se este for a sua câmera, permita-o.',
    storage: 'A câmera guarda os números e envia de novo. Libere espaço no disco deste computador.',
  },
};
