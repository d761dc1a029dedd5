import type { Sentences } from '../sentences';

export const pt: Sentences = {
  'disk-full':
    'O disco está cheio. As câmeras guardam as contagens; libere espaço e elas serão enviadas de novo.',
  'not-writable': 'O Foyer não pode gravar em {folder}. Até lá, as câmeras guardam as contagens.',
  'folder-gone':
    'A pasta de dados {folder} sumiu. Uma unidade foi removida? As câmeras guardam as contagens.',
  'not-saved': 'Não foi possível salvar contagens em {folder}. As câmeras as guardam e enviam de novo.',
  'backup-failed': 'Não foi possível gravar o backup diário. Há espaço no disco?',
  'open-elsewhere': 'O arquivo está aberto em outro programa. Feche-o lá e tente de novo.',
  'not-allowed': 'Não é possível gravar nesta pasta. Escolha outra.',
  'no-room': 'O disco está cheio. Libere espaço ou escolha outro disco.',
  'read-only': 'Este disco só pode ser lido. Escolha outro lugar.',
  'folder-missing': 'Esta pasta não existe mais. Escolha outra.',
  'name-unusable': 'Um arquivo não pode ter esse nome aqui. Escolha outro.',
  'too-little-room': 'Não há espaço suficiente no disco.',
  'path-unusable': '{path} não pode ser usado. Está aberto em outro lugar ou protegido?',
  'not-foyer': 'Este não é um arquivo do Foyer.',
  'newer-file': 'Este arquivo é de um Foyer mais novo. Instale essa versão primeiro, por favor.',
  'damaged-file': 'O arquivo está danificado: {cause}',
  'unreadable-file': 'Este arquivo não pode ser lido como banco de dados.',
  'file-gone': 'Este arquivo não existe mais.',
  'file-too-large': 'Este arquivo é grande demais para ser do Foyer.',
  'port-in-use': 'A porta {port} já está em uso por outro programa. Feche-o ou escolha outra porta.',
  'port-not-allowed':
    'Este computador não deixa o Foyer usar a porta {port}. Escolha uma porta acima de 1023.',
  'no-such-address': 'Este computador não tem o endereço {host}.',
  'port-failed': 'O Foyer não consegue escutar na porta {port} ({cause}).',
  starting: 'O Foyer ainda está iniciando.',
  closing: 'O Foyer está sendo encerrado.',
  'camera-known': 'A câmera {sn} já está aqui.',
  'not-replaced': 'Nenhuma câmera substituiu {sn}.',
  'replaced-already': '{by} já substituiu {sn}.',
  'cannot-replace': '{by} não pode substituir {sn}.',
  'demo-needs-port': 'A demonstração precisa da porta das câmeras, e ela não está aberta.',
};
