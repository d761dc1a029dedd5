import { watch, type ComputedRef, type ShallowRef } from 'vue';
import type { ApiError } from '#shared/contract';
import type { CameraDetail, CameraSummary } from '#shared/domain';
import { useLive } from '../../../state/context';
import { useThrottle } from '../../../state/throttle';
import { useQuery } from '../../../state/use-query';

const refreshMs = 2000;

/** What is known of a camera beyond its summary; asked for again when the camera was heard or a rule fired. */
export function useCameraDetail(camera: ComputedRef<CameraSummary | undefined>): {
  detail: ShallowRef<CameraDetail | null>;
  error: ShallowRef<ApiError | null>;
  /** Shows an answer that came with something else. */
  put(detail: CameraDetail): void;
} {
  const { qualityRevision } = useLive();
  const { data, error, reload } = useQuery('cameras.detail', () =>
    camera.value ? { sn: camera.value.sn } : null,
  );
  watch(
    [qualityRevision, camera],
    useThrottle(() => void reload(), refreshMs),
  );
  return {
    detail: data,
    error,
    put(detail) {
      data.value = detail;
    },
  };
}
