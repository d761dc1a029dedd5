import { watch } from 'vue';
import { useLive, useSession } from './context';

/** A phone that may look no more goes back to the door, where it says how to come in again. */
export function useDoor(): void {
  const { problem } = useLive();
  const { role } = useSession();
  watch(problem, (failure) => {
    if (role.value === 'guest' && failure?.code === 'forbidden') location.assign('./');
  });
}
