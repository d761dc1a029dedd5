import type { Bridge, Carrier } from '#shared/carrier';

/** {@link Carrier} of a page in the desktop app: what the preload script gives, and signals turned into calls. */
export function desktopCarrier({ startExport, cancelExport, ...rest }: Bridge): Carrier {
  let nextExport = 1;
  return {
    ...rest,
    async exportFile(request, { onProgress, signal } = {}) {
      if (signal?.aborted === true) return { ok: true, result: { saved: 'cancelled' } };
      const id = nextExport++;
      const cancel = () => {
        cancelExport(id);
      };
      signal?.addEventListener('abort', cancel);
      try {
        return await startExport(id, request, (done, total) => onProgress?.(done, total));
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
  };
}
