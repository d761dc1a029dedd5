import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { ExportOutcome } from '#shared/carrier';
import type { ApiError, FileRequest } from '#shared/contract';
import { useCarrier } from '../../state/context';

export interface ExportRun {
  /** 0–1 while a file is being made; `null` when none is. */
  progress: Ref<number | null>;
  /** What became of the newest one. */
  outcome: ShallowRef<ExportOutcome | null>;
  error: ShallowRef<ApiError | null>;
  start(request: FileRequest): Promise<void>;
  /** Ends the running one without a file. */
  cancel(): void;
}

/** Makes files, one at a time: the one way there is, whichever screen asks. Leaving the screen calls it off. */
export function useExport(): ExportRun {
  const carrier = useCarrier();
  const progress = ref<number | null>(null);
  const outcome = shallowRef<ExportOutcome | null>(null);
  const error = shallowRef<ApiError | null>(null);
  let abort: AbortController | null = null;
  const cancel = () => abort?.abort();
  onScopeDispose(cancel);

  return {
    progress,
    outcome,
    error,
    async start(request) {
      if (abort) return;
      abort = new AbortController();
      [progress.value, outcome.value, error.value] = [0, null, null];
      const answer = await carrier.exportFile(request, {
        signal: abort.signal,
        onProgress: (done, total) => (progress.value = total > 0 ? Math.min(1, done / total) : 0),
      });
      abort = null;
      progress.value = null;
      if (answer.ok) outcome.value = answer.result;
      else error.value = answer.error;
    },
    cancel,
  };
}
