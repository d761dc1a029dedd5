import type { ExportOptions, ExportOutcome } from '#shared/carrier';
import type { FileRequest, Outcome } from '#shared/contract';
import { NewsReader } from '#shared/export-news';
import { errorOf } from './error-body';
import { download } from './files';

/**
 * {@link Carrier.exportFile} over HTTP: the browser downloads the file by itself, straight to the disk, and the page
 * hears how far it is. Foyer calls the file off when the page stops listening.
 */
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
    return (await listen(apiUrl, response.body, onProgress)) ?? unavailable();
  } catch {
    // Called off, or nobody answered, or what answered is not Foyer.
    return abort.signal.aborted ? { ok: true, result: { saved: 'cancelled' } } : unavailable();
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

/** @returns what became of the file; `null` where the news stops without telling */
async function listen(
  apiUrl: string,
  body: ReadableStream<Uint8Array>,
  onProgress: ExportOptions['onProgress'],
): Promise<Outcome<ExportOutcome> | null> {
  let [fileName, total] = ['', 0];
  const news = new NewsReader();
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    for (const each of news.take(read.value)) {
      switch (each.state) {
        case 'ready':
          ({ fileName, total } = each);
          onProgress?.(0, total);
          download(new URL(`export/${each.id}`, apiUrl).href, fileName);
          break;
        case 'making':
          onProgress?.(Math.min(each.done, total), total);
          break;
        case 'done':
          return { ok: true, result: { saved: 'download', fileName } };
        case 'cancelled':
          return { ok: true, result: { saved: 'cancelled' } };
        case 'failed':
          return { ok: false, error: each.error };
      }
    }
  }
  return null;
}
