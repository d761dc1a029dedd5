import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { ApiError, MethodName, MethodParams, MethodResult } from '#shared/contract';
import { useCarrier, useSession } from './context';

export interface Query<T> {
  /** The newest answer; the one before stays until the next is here, so that nothing blinks. */
  data: ShallowRef<T | null>;
  error: ShallowRef<ApiError | null>;
  isLoading: Ref<boolean>;
  reload(): Promise<void>;
}

/**
 * Asks at once and again whenever the parameters change. Answers that arrive out of order are dropped.
 * What is closed to whoever looks is not asked for.
 * @param params `null`: not known yet, do not ask
 */
export function useQuery<M extends MethodName>(
  method: M,
  params: () => MethodParams<M> | null,
): Query<MethodResult<M>> {
  const carrier = useCarrier();
  const { mayCall } = useSession();
  // Spelt out: where a method's result may itself be null the type of shallowRef splits in two.
  const data: ShallowRef<MethodResult<M> | null> = shallowRef(null);
  const error = shallowRef<ApiError | null>(null);
  const isLoading = ref(false);
  let asked = 0;

  async function reload(): Promise<void> {
    const wanted = mayCall(method) ? params() : null;
    if (wanted === null) return;
    const turn = ++asked;
    isLoading.value = true;
    const answer = await carrier.call(method, wanted);
    if (turn !== asked) return;
    isLoading.value = false;
    if (answer.ok) data.value = answer.result;
    error.value = answer.ok ? null : answer.error;
  }

  watch(
    () => JSON.stringify(params()),
    () => void reload(),
    { immediate: true },
  );
  return { data, error, isLoading, reload };
}
