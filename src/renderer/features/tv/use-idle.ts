import { onScopeDispose, ref, type Ref } from 'vue';

const signs = ['pointermove', 'pointerdown', 'keydown'] as const;

/** True once nobody has moved the pointer or pressed a key for a while. */
export function useIdle(afterMs: number): Readonly<Ref<boolean>> {
  const isIdle = ref(false);
  let timer = setTimeout(rest, afterMs);
  function rest(): void {
    isIdle.value = true;
  }
  function wake(): void {
    isIdle.value = false;
    clearTimeout(timer);
    timer = setTimeout(rest, afterMs);
  }
  for (const sign of signs) window.addEventListener(sign, wake, { passive: true });
  onScopeDispose(() => {
    clearTimeout(timer);
    for (const sign of signs) window.removeEventListener(sign, wake);
  });
  return isIdle;
}
