import { computed, watch, type ComputedRef } from 'vue';
import { useLive } from '../../state/context';
import { isWalking, progress } from './progress';

export type FirstRunStep = 'shop' | 'camera' | 'count';
export const firstRunSteps: readonly FirstRunStep[] = ['shop', 'camera', 'count'];

export interface FirstRun {
  isShown: ComputedRef<boolean>;
  step: ComputedRef<FirstRunStep>;
  goTo(step: 'shop' | 'camera'): void;
  /** May be resumed. */
  putOff(): void;
  resume(): void;
  finish(): void;
}

/**
 * The three steps after the first start. Shown until a camera is there, and never again then; only
 * somebody who is walking through them when it appears gets to see its first count as the last step.
 */
export function useFirstRun(): FirstRun {
  const { cameras, isLoaded } = useLive();
  const hasCamera = computed(() => cameras.value.length > 0);

  watch(
    hasCamera,
    (isThere) => {
      if (isThere) progress.value = { ...progress.value, isPutOff: true };
    },
    { immediate: true },
  );
  return {
    isShown: computed(() => isLoaded.value && (hasCamera.value ? isWalking.value : !progress.value.isPutOff)),
    step: computed(() => (hasCamera.value ? 'count' : progress.value.step)),
    goTo(step) {
      isWalking.value = true;
      progress.value = { step, isPutOff: false };
    },
    putOff() {
      isWalking.value = false;
      progress.value = { ...progress.value, isPutOff: true };
    },
    resume() {
      progress.value = { ...progress.value, isPutOff: false };
    },
    finish() {
      isWalking.value = false;
    },
  };
}
