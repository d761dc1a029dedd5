import { fileSchema, type FileKind, type Outcome } from '#shared/contract';
import { newsLine } from '#shared/export-news';
import type { OpenExport } from '../../core/reports/types';
import type { Core } from '../../core/types';
import { readBody } from '../read-body';
import { sendError, type DashboardContext } from './context';
import { ExportDownload, exportHeaders, sendExport } from './export-download';
import type { ExportShelf } from './export-shelf';
import { exportQuery, personsQuery, rangeFromQuery, workbookQuery, type QueryName } from './range-query';

const bodyLimits = { maxBytes: 64 * 1024, timeoutMs: 30_000 };

const queries: Record<FileKind, readonly QueryName[]> = {
  csv: exportQuery,
  xlsx: workbookQuery,
  persons: personsQuery,
  archive: [],
};

type Exporting = Pick<Core, 'openExport'>;

/** `GET /export.csv` and the like: a file, for whoever knows what it wants. */
export async function sendFile(ctx: DashboardContext, core: Exporting, kind: FileKind): Promise<void> {
  const query = rangeFromQuery(ctx.querystring, queries[kind]);
  const opened = query.ok ? await open(ctx, core, { ...query.result, kind }) : query;
  if (!opened.ok) {
    sendError(ctx, opened.error);
    return;
  }
  if (ctx.method === 'HEAD') {
    sendHead(ctx, opened.result);
    await opened.result.close();
    return;
  }
  ctx.respond = false;
  await sendExport(ctx.res, opened.result);
}

/**
 * `POST /export`, for our own pages: puts a file on the shelf, from where the browser fetches it, and tells how far
 * it is for as long as the page listens. When the page leaves, the file is called off.
 */
export async function offerFile(ctx: DashboardContext, core: Exporting, shelf: ExportShelf): Promise<void> {
  const body = await readBody(ctx.req, bodyLimits);
  const opened: Outcome<OpenExport> =
    body.kind === 'body'
      ? await open(ctx, core, parseJson(body.bytes))
      : { ok: false, error: { code: 'invalid', message: 'The request did not arrive.' } };
  if (!opened.ok) {
    sendError(ctx, opened.error);
    return;
  }
  const { res } = ctx;
  const { fileName, total } = opened.result;
  ctx.respond = false;
  res.writeHead(200, { 'Content-Type': 'application/x-ndjson', 'X-Accel-Buffering': 'no' });
  const download = new ExportDownload(opened.result, (news) => {
    res.write(newsLine(news));
    if (news.state !== 'making') res.end();
  });
  const id = shelf.put(download, ctx.state.caller);
  res.once('close', () => {
    shelf.take(id, ctx.state.caller);
    download.cancel();
  });
  res.write(newsLine({ state: 'ready', id, fileName, total }));
}

/** `GET /export/<id>`: what lies on the shelf, once, for the session that had it put there. */
export async function fetchFile(ctx: DashboardContext, shelf: ExportShelf, id: string): Promise<void> {
  const { caller } = ctx.state;
  const isLooking = ctx.method === 'HEAD';
  const download = isLooking ? shelf.find(id, caller) : shelf.take(id, caller);
  if (!download) {
    sendError(ctx, { code: 'not-found', message: 'There is no such file, or it was fetched before.' });
    return;
  }
  if (isLooking) {
    sendHead(ctx, download.file);
    return;
  }
  ctx.respond = false;
  await download.sendTo(ctx.res);
}

function sendHead(ctx: DashboardContext, { fileName, contentType }: OpenExport): void {
  ctx.respond = false;
  ctx.res.writeHead(200, exportHeaders(fileName, contentType)).end();
}

async function open(ctx: DashboardContext, core: Exporting, request: unknown): Promise<Outcome<OpenExport>> {
  const parsed = fileSchema.safeParse(request);
  if (parsed.success) return core.openExport(parsed.data, ctx.state.role);
  const [issue] = parsed.error.issues;
  const place = issue?.path[0] === 'cameras' ? 'camera' : String(issue?.path[0] ?? 'request');
  return {
    ok: false,
    error: { code: 'invalid', message: `${place}: ${issue?.message ?? 'not valid'}` },
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    // SyntaxError: the schema says what should have been there.
    return null;
  }
}
