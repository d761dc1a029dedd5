import type { Bridge, Carrier } from '#shared/carrier';

/** {@link Carrier} of a page in the desktop app: what the preload script gives, and signals turned into calls. */
export function desktopCarrier({ startExport, ...rest }: Bridge): Carrier {
  return {
    ...rest,
    async exportFile(request, { onProgress, signal } = {}) {
      if (signal?.aborted === true) return { ok: true, result: { saved: 'cancelled' } };
      const { finished, cancel } = startExport(request, (done, total) => onProgress?.(done, total));
      signal?.addEventListener('abort', cancel);
      try {
        return await finished;
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
  };
}
