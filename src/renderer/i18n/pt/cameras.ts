import type { cameras as english } from '../en/cameras';

export const cameras: typeof english = {
  title: 'Câmeras',
  none: 'Nenhuma câmera chamou ainda.',
  retired: 'Mostrar câmeras aposentadas ({n})',
  setUp: 'Configurar uma câmera',
  summary: '{n} câmera | {n} câmeras',
  needLook: '{n} precisa de atenção | {n} precisam de atenção',
  allWell: 'Todas estão contando',
  find: 'Procurar uma câmera',
  noneFound: 'Nenhuma câmera tem “{text}” no nome ou no número de série.',
  group: {
    attention: 'Precisam de atenção',
    fine: 'Contando',
    retired: 'Aposentadas',
    blocked: 'Bloqueadas',
  },
  attention: {
    flooding:
      'Faz muito mais envios do que uma câmera consegue. Se você não conhece este aparelho, bloqueie-o.',
    offline: 'Sem sinal de vida. Verifique a energia e o cabo de rede.',
    waiting: 'Esperando a primeira chamada.',
  },
  demo: 'Demo',
  inner: 'Passagem interna',
  todayIn: 'Entraram hoje',
  rename: {
    button: 'Renomear',
    give: 'Dê um nome',
    title: 'Nome desta câmera',
    help: 'Diga onde ela fica, por exemplo “Porta principal”. Série {sn}.',
    field: 'Nome',
    done: 'A câmera agora se chama “{name}”.',
  },
  add: {
    button: 'Adicionar pelo número de série',
    title: 'Adicionar uma câmera',
    help: 'O número de série está impresso na câmera e aparece na página de configurações dela.',
    serial: 'Número de série',
    name: 'Nome (pode esperar)',
    done: 'Adicionada. O Foyer vai contá-la a partir do próximo sinal de vida.',
  },
  strip: {
    listening: 'Escutando na porta {port}',
    down: 'Sem escuta',
    address: 'As câmeras enviam para',
    noAddress: 'Este computador não está conectado a nenhuma rede.',
  },
  uncounted: {
    title: '{n} câmera nova nunca contou ninguém | {n} câmeras novas nunca contaram ninguém',
    help: 'Talvez algum aparelho esteja tentando números de série. Se não forem suas, tire-as da lista. Uma de verdade volta sozinha.',
    remove: 'Remover a que nunca contou | Remover as {n} que nunca contaram',
    done: '{n} câmera removida. | {n} câmeras removidas.',
  },
  moved: {
    title: 'Este computador tem um endereço novo',
    text: '{cameras} ainda envia para {old}. Digite {now} nas configurações dela. | {cameras} ainda enviam para {old}. Digite {now} nas configurações delas.',
    unknown:
      '{cameras} ainda envia para {old}, que este computador não tem mais. | {cameras} ainda enviam para {old}, que este computador não tem mais.',
    how: 'Como fazer',
  },
};
