import type { quality as english } from '../en/quality';

export const quality: typeof english = {
  title: 'Qualidade dos dados',
  intro: 'O que o Foyer notou e como tratou. Não é preciso fazer nada, a não ser que se repita.',
  none: 'Nada fora do comum.',
  rule: {
    resent: 'O mesmo envio chegou de novo; foi contado uma só vez.',
    replaced: 'Um envio corrigido substituiu um anterior.',
    'value-set-aside': 'Um valor impossível foi deixado de fora.',
    'counter-started': 'Um total acumulado começou; a contagem parte dele.',
    'counter-restarted': 'O total acumulado recomeçou do zero, como depois de reiniciar a câmera.',
    'counter-late': 'Um total acumulado mais antigo chegou atrasado e não foi contado.',
    'mode-changed': 'A câmera mudou a forma de contar.',
    'history-used': 'Números da memória da própria câmera preencheram uma lacuna.',
    'history-lower': 'A memória da câmera diz menos do que foi contado ao vivo; fica o número ao vivo.',
    'window-rebuilt': 'Um envio tinha horários impossíveis; foram deduzidos do resto.',
    'clock-shifted': 'Horários foram corrigidos, porque o relógio da câmera estava errado.',
    'clock-wrong': 'O relógio da câmera está errado.',
    'gap-recovered': 'Tempo que faltava foi recuperado da memória da câmera.',
    'gap-not-recovered': 'Tempo que faltava não pôde ser recuperado da câmera.',
    'new-camera': 'Uma câmera chamou pela primeira vez.',
    'too-many-reports': 'Fez muito mais envios do que uma câmera consegue.',
  },
  field: 'Campo: {field}',
  change: '{before} → {after}',
  valueBefore: 'A câmera disse {before}',
};
