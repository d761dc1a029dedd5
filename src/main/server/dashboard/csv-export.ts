import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportSchema } from '#shared/contract';
import type { Core } from '../../core/types';
import { sendError, type DashboardContext } from './context';
import { exportQuery, rangeFromQuery } from './range-query';

/** `GET /export.csv`: streamed no faster than it is read, and given up when the reader leaves. */
export async function exportCsv(ctx: DashboardContext, core: Pick<Core, 'exportCsv'>): Promise<void> {
  const query = rangeFromQuery(ctx.querystring, exportQuery);
  if (!query.ok) {
    sendError(ctx, query.error);
    return;
  }
  const request = exportSchema.safeParse(query.result);
  if (!request.success) {
    const [issue] = request.error.issues;
    const place = issue?.path[0] === 'cameras' ? 'camera' : String(issue?.path[0] ?? 'query');
    sendError(ctx, { code: 'invalid', message: `${place}: ${issue?.message ?? 'not valid'}` });
    return;
  }
  const outcome = await core.exportCsv(request.data);
  if (!outcome.ok) {
    sendError(ctx, outcome.error);
    return;
  }
  const { fileName, text } = outcome.result;
  ctx.respond = false;
  ctx.res.writeHead(200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': contentDisposition(fileName),
  });
  const readable = Readable.from(text);
  if (ctx.method === 'HEAD') {
    readable.destroy();
    ctx.res.end();
    return;
  }
  await pipeline(readable, ctx.res);
}

/** RFC 6266: a plain name for old readers, and the real one as RFC 5987 encodes it. */
export function contentDisposition(fileName: string): string {
  const plain = fileName.replaceAll(/[^\x20-\x7e]|["%\\]/g, '_');
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
