import { onScopeDispose, ref, watch, type Ref } from 'vue';
import type { ConnectionState } from '#shared/carrier';

const settleMs = 1500;

/** True once the connection has been lost for a while: a short hiccup is nobody's business. */
export function useSettledLoss(connection: Readonly<Ref<ConnectionState>>): Readonly<Ref<boolean>> {
  const isLost = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    connection,
    (state) => {
      clearTimeout(timer);
      if (state === 'live') isLost.value = false;
      else timer = setTimeout(() => (isLost.value = true), settleMs);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(timer);
  });
  return isLost;
}
