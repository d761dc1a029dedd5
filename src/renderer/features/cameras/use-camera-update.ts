import { shallowRef, type ShallowRef } from 'vue';
import type { ApiError, MethodParams } from '#shared/contract';
import type { CameraSummary } from '#shared/domain';
import { useCarrier, useLive } from '../../state/context';

/** Changes a camera and shows the result at once. `error` holds the sentence when it was refused. */
export function useCameraUpdate(): {
  update(change: MethodParams<'cameras.update'>): Promise<CameraSummary | null>;
  error: ShallowRef<ApiError | null>;
} {
  const carrier = useCarrier();
  const { putCamera } = useLive();
  const error = shallowRef<ApiError | null>(null);
  return {
    error,
    async update(change) {
      const answer = await carrier.call('cameras.update', change);
      error.value = answer.ok ? null : answer.error;
      if (!answer.ok) return null;
      putCamera(answer.result);
      return answer.result;
    },
  };
}
