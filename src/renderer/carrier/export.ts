import type { ExportOptions, ExportOutcome } from '#shared/carrier';
import type { FileRequest, Outcome } from '#shared/contract';
import { FrameReader } from '#shared/export-frames';
import { errorOf } from './error-body';
import { downloadBlob } from './files';

/** {@link Carrier.exportFile} over HTTP: the file comes in frames and, whole, becomes a download. */
export async function fetchExport(
  apiUrl: string,
  unavailable: () => Outcome<never>,
  request: FileRequest,
  { onProgress, signal }: ExportOptions = {},
): Promise<Outcome<ExportOutcome>> {
  const abort = new AbortController();
  const cancel = () => {
    abort.abort();
  };
  signal?.addEventListener('abort', cancel);
  if (signal?.aborted === true) cancel();
  try {
    const response = await fetch(new URL('export', apiUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: abort.signal,
    });
    if (!response.ok || !response.body) {
      const error = errorOf(await response.json());
      return error ? { ok: false, error } : unavailable();
    }
    const total = Number(response.headers.get('foyer-export-rows'));
    onProgress?.(0, total);
    const frames = new FrameReader();
    const reader = response.body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      frames.take(read.value);
      onProgress?.(Math.min(frames.done, total), total);
    }
    if (!frames.isWhole) return unavailable();
    onProgress?.(total, total);
    const fileName = fileNameOf(response.headers.get('content-disposition') ?? '');
    downloadBlob(new Blob(frames.parts), fileName);
    return { ok: true, result: { saved: 'download', fileName } };
  } catch {
    // Called off, or nobody answered, or what answered is not Foyer.
    return abort.signal.aborted ? { ok: true, result: { saved: 'cancelled' } } : unavailable();
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

/** The name as RFC 5987 encodes it. */
export function fileNameOf(contentDisposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(contentDisposition)?.[1];
  return encoded === undefined ? 'foyer' : decodeURIComponent(encoded);
}
