import { onScopeDispose } from 'vue';

/** Runs the task at once, then at most once per interval while calls keep coming; the last call is never lost. */
export function useThrottle(task: () => void, intervalMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;

  function run(): void {
    task();
    timer = setTimeout(() => {
      timer = undefined;
      if (!isWanted) return;
      isWanted = false;
      run();
    }, intervalMs);
  }
  onScopeDispose(() => {
    clearTimeout(timer);
  });
  return () => {
    if (timer === undefined) run();
    else isWanted = true;
  };
}
