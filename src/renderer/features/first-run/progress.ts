import { ref, watch } from 'vue';

/** How far the owner has come. `count` is not among them: it is reached by a camera, not by a button. */
const steps = ['shop', 'camera'] as const;
type Step = (typeof steps)[number];

export interface Progress {
  step: Step;
  /** Put off by the owner, or over: a camera has been here. */
  isPutOff: boolean;
}

const key = 'foyer.first-run';
const atTheBeginning: Progress = { step: 'shop', isPutOff: false };

/** @param text what was kept; anything unreadable is a beginning */
export function readProgress(text: string | null): Progress {
  const [word, mark] = (text ?? '').split(' ');
  const step = steps.find((known) => known === word);
  return step === undefined ? atTheBeginning : { step, isPutOff: mark === 'off' };
}

export function writeProgress({ step, isPutOff }: Progress): string {
  return isPutOff ? `${step} off` : step;
}

function kept(): Progress {
  try {
    return readProgress(localStorage.getItem(key));
  } catch {
    // A browser that stores nothing begins anew at each visit.
    return atTheBeginning;
  }
}

/** One per page; kept from visit to visit. */
export const progress = ref<Progress>(kept());
watch(progress, (now) => {
  try {
    localStorage.setItem(key, writeProgress(now));
  } catch {
    // See above.
  }
});

/** Whether the owner has taken a step on this visit: then the first count is shown as the last one. */
export const isWalking = ref(progress.value.step !== 'shop' && !progress.value.isPutOff);
