import type { firstRun as english } from '../en/first-run';

export const firstRun: typeof english = {
  title: 'Boas-vindas ao Foyer',
  intro: 'Três passos, cerca de cinco minutos.',
  steps: 'Passos',
  skip: 'Pular por enquanto',
  resume: 'Mostrar passo a passo',
  back: 'Voltar',
  shop: {
    title: 'Sua loja',
    intro: 'O nome aparece em telas e relatórios. Os dias começam e terminam no fuso horário dela.',
    name: 'Nome da loja',
    nameMissing: 'A loja precisa de um nome.',
    zone: 'Fuso horário',
    zoneHelp: 'Digite uma cidade, por exemplo São Paulo.',
    zoneUnknown: 'Escolha um fuso horário da lista.',
    next: 'Avançar',
  },
  camera: {
    title: 'A primeira câmera',
    intro: 'Aponte uma câmera para este computador, ou dê antes uma olhada com uma câmera de demonstração.',
    own: 'Tenho uma câmera',
    ownHelp: 'O Foyer mostra o que digitar nela e confere cada passo.',
    ownButton: 'Configurar minha câmera',
    demo: 'Só quero olhar',
    demoHelp:
      'Uma câmera de demonstração conta pessoas numa loja inventada. Ao ser removida, não deixa rastro.',
    demoButton: 'Testar a câmera de demonstração',
    waiting: 'Ou ligue sua câmera agora: o Foyer continua sozinho assim que ela chamar.',
  },
  count: {
    title: 'A primeira contagem',
    waiting: '{name} chamou. Passe por baixo dela; os primeiros números vêm sozinhos.',
    waitingDemo: 'A câmera de demonstração está trabalhando. Os primeiros números vêm em instantes.',
    done: '{name} está contando. Tudo pronto.',
    finish: 'Ver o dia de hoje',
  },
  demo: {
    running: 'Uma câmera de demonstração está contando pessoas inventadas.',
    stop: 'Remover com tudo o que contou',
    stopped: 'A câmera de demonstração e tudo o que ela contou foram removidos.',
    start: 'Testar a câmera de demonstração',
  },
};
