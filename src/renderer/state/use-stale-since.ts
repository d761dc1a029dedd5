import { ref, watch, type Ref } from 'vue';
import { useLive } from './context';
import { useSettledLoss } from './use-settled-loss';

/**
 * When the connection was lost, in epoch ms: until then the numbers on the page are right. `null` while
 * they are current.
 */
export function useStaleSince(): Readonly<Ref<number | null>> {
  const { connection } = useLive();
  const isLost = useSettledLoss(connection);
  const since = ref<number | null>(null);
  let lostMs = Date.now();
  watch(connection, (state) => {
    if (state === 'lost') lostMs = Date.now();
  });
  watch(isLost, (lost) => {
    since.value = lost ? lostMs : null;
  });
  return since;
}
