import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { ApiError, MethodName, MethodParams, MethodResult } from '#shared/contract';
import { useAnswers, useCarrier, useSession } from './context';

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
 * @param recallAs a name of the place that asks, for figures that are shown whenever its screen is opened: the
 *   newest answer is kept under it, and shown at once when the same is asked there again
 */
export function useQuery<M extends MethodName>(
  method: M,
  params: () => MethodParams<M> | null,
  recallAs?: () => string,
): Query<MethodResult<M>> {
  const carrier = useCarrier();
  const answers = useAnswers();
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
    if (answer.ok && recallAs) answers.keep(recallAs(), JSON.stringify(wanted), answer.result);
    error.value = answer.ok ? null : answer.error;
  }

  watch(
    () => JSON.stringify(params()),
    (asksFor) => {
      const recalled = recallAs ? answers.recall(recallAs(), asksFor) : undefined;
      if (recalled !== undefined) data.value = recalled as MethodResult<M>;
      void reload();
    },
    { immediate: true },
  );
  return { data, error, isLoading, reload };
}
