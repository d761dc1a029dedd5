import { onScopeDispose } from 'vue';

/** Keeps the screen lit while the view is shown. Where a browser cannot or may not, the screen follows its own rules. */
export function useWakeLock(): void {
  let lock: WakeLockSentinel | null = null;
  let isOver = false;

  async function hold(): Promise<void> {
    // Only pages from the same computer or over HTTPS have it.
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    try {
      const held = await navigator.wakeLock.request('screen');
      if (isOver) await held.release();
      else lock = held;
    } catch {
      // Refused, for example on low battery: nothing is lost but the light.
    }
  }
  const onVisible = () => void hold();
  // A hidden page loses its lock; it is asked for again when the page comes back.
  document.addEventListener('visibilitychange', onVisible);
  void hold();
  onScopeDispose(() => {
    isOver = true;
    document.removeEventListener('visibilitychange', onVisible);
    void lock?.release();
  });
}
