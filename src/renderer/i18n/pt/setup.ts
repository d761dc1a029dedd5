import type { setup as english } from '../en/setup';

export const setup: typeof english = {
  title: 'Configurar uma câmera',
  intro: 'Quando as quatro luzes ficam verdes, a câmera está contando.',
  proof: {
    title: 'Está funcionando?',
    state: { good: 'pronto', waiting: 'esperando', bad: 'problema' },
    listening: {
      title: 'O Foyer está escutando',
      good: 'A porta {port} deste computador está aberta para câmeras.',
      bad: 'O Foyer não está escutando.',
    },
    reachable: {
      title: 'Este computador pode ser alcançado',
      visited: 'Um aparelho em {address} abriu a página, {age}.',
      called: 'Uma câmera em {address} chega até ele.',
      waiting: 'Ainda não comprovado. Teste com um celular, como descrito abaixo.',
      bad: 'Este computador não está conectado a nenhuma rede. Conecte-o, e esta página continua sozinha.',
    },
    called: {
      title: 'A câmera chamou',
      good: '{name}, {age}.',
      waiting: 'Esperando. Ela chama em até um minuto depois de salvas as configurações.',
    },
    counted: {
      title: 'Ela contou alguém',
      good: '{name} contou hoje {in} entradas e {out} saídas.',
      waiting: 'Passe por baixo da câmera; os primeiros números vêm sozinhos.',
    },
    open: 'Abrir {name}',
  },
  type: {
    title: 'Digite isto na câmera',
    intro:
      'Abra a página de configurações da câmera num navegador e procure “Data Push” ou “HTTP”. Salve quando tudo estiver digitado.',
    network: 'A câmera está conectada por',
    networkHelp: 'Este computador está em várias redes. Escolha a da câmera; a primeira é a mais provável.',
    server: 'Endereço do servidor',
    ip: 'Servidor (IP)',
    port: 'Porta',
    heartbeat: 'Caminho de heartbeat',
    upload: 'Caminho de upload',
    mode: 'Modo de dados',
    whole: 'A câmera pede endereços completos',
    heartbeatUrl: 'Endereço de heartbeat',
    uploadUrl: 'Endereço de upload',
    encrypted: 'Para uma câmera configurada com HTTPS, este é o servidor. Os caminhos são os mesmos.',
    httpsUrl: 'Endereço do servidor, criptografado',
    https: 'Onde a câmera oferece HTTP e HTTPS, escolha HTTP.',
  },
  phone: {
    title: 'Teste com um celular',
    help: 'Escaneie isto com um celular no Wi-Fi da loja, ou abra o endereço no navegador dele. Ele diz que o Foyer está escutando, e a luz acima fica verde.',
    code: 'Código de {url}',
    fails: 'Não abre?',
    sameNetwork:
      'O celular e o computador precisam estar na mesma rede. Um Wi-Fi de visitantes costuma separá-los; os dados móveis também.',
    firewall: 'O firewall deste computador pode estar recusando visitas:',
    system: 'Sistema deste computador',
  },
  firewall: {
    windows: {
      name: 'Windows',
      step1:
        'Abra “Segurança do Windows”, “Firewall e proteção de rede”, “Permitir um aplicativo pelo firewall”. Marque o Foyer para redes privadas.',
      step2: 'Nas configurações do Windows, em “Rede e Internet”, defina a rede da loja como “Privada”.',
      command: 'Ou digite isto num prompt de comando aberto como administrador:',
    },
    mac: {
      name: 'macOS',
      step1:
        'Abra Ajustes do Sistema, “Rede”, “Firewall”, “Opções”. Defina o Foyer como “Permitir conexões de entrada”.',
      step2: 'Em “Privacidade e Segurança”, “Rede Local”, ative o Foyer.',
    },
    linux: {
      name: 'Linux',
      step1: 'Onde houver um firewall ligado, libere a porta. Com ufw, digite isto num terminal:',
      step2: 'Com outro firewall, permita conexões TCP à porta {port}.',
    },
  },
  refused: {
    title: 'A última mensagem recusada',
  },
};
