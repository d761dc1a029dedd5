import { watch } from 'vue';
import { useNow } from './use-now';

/** Runs the task whenever a stretch of the clock is over: at each full minute, each full quarter hour. */
export function useEvery(stretchMs: number, task: () => void): void {
  const now = useNow();
  watch(() => Math.floor(now.value / stretchMs), task);
}
