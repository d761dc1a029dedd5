import type { quality as english } from '../en/quality';

export const quality: typeof english = {
  title: 'Calidad de los datos',
  intro: 'Lo que Foyer ha notado y cómo lo ha tratado. No hay que hacer nada, salvo que se repita.',
  none: 'Nada fuera de lo normal.',
  rule: {
    resent: 'El mismo envío llegó otra vez; se contó una sola vez.',
    replaced: 'Un envío corregido sustituyó a uno anterior.',
    'value-set-aside': 'Se dejó fuera un valor imposible.',
    'counter-started': 'Empezó un total acumulado; se cuenta a partir de él.',
    'counter-restarted': 'El total acumulado volvió a empezar desde cero, como tras reiniciar la cámara.',
    'counter-late': 'Un total acumulado más antiguo llegó tarde y no se contó.',
    'mode-changed': 'La cámara cambió su forma de contar.',
    'history-used': 'Cifras de la memoria de la propia cámara llenaron un hueco.',
    'history-lower':
      'La memoria de la cámara dice menos de lo contado en directo; se queda la cifra en directo.',
    'window-rebuilt': 'Un envío tenía horas imposibles; se dedujeron del resto.',
    'clock-shifted': 'Se corrigieron horas porque el reloj de la cámara iba mal.',
    'clock-wrong': 'El reloj de la cámara va mal.',
    'gap-recovered': 'Se recuperó tiempo que faltaba, de la memoria de la cámara.',
    'gap-not-recovered': 'No se pudo recuperar de la cámara tiempo que faltaba.',
    'new-camera': 'Una cámara llamó por primera vez.',
    'too-many-reports': 'Hizo muchos más envíos de los que puede hacer una cámara.',
  },
  field: 'Campo: {field}',
  change: '{before} → {after}',
  valueBefore: 'La cámara dijo {before}',
};
