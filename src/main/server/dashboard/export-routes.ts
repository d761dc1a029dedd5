import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileSchema, type FileKind, type Outcome } from '#shared/contract';
import { frameHead } from '#shared/export-frames';
import type { OpenExport } from '../../core/reports/types';
import type { Core } from '../../core/types';
import { readBody } from '../read-body';
import { contentDisposition } from './content-disposition';
import { sendError, type DashboardContext } from './context';
import { exportQuery, personsQuery, rangeFromQuery, type QueryName } from './range-query';

const bodyLimits = { maxBytes: 64 * 1024, timeoutMs: 30_000 };

const queries: Record<FileKind, readonly QueryName[]> = {
  csv: exportQuery,
  xlsx: exportQuery,
  persons: personsQuery,
  archive: [],
};

/** `GET /export.csv` and the like: a file, streamed no faster than it is read, and given up when the reader leaves. */
export async function sendFile(
  ctx: DashboardContext,
  core: Pick<Core, 'openExport'>,
  kind: FileKind,
): Promise<void> {
  const query = rangeFromQuery(ctx.querystring, queries[kind]);
  const opened = query.ok ? await open(ctx, core, { ...query.result, kind }) : query;
  if (!opened.ok) {
    sendError(ctx, opened.error);
    return;
  }
  const { contentType } = opened.result;
  await stream(ctx, opened.result, contentType, async function* (pieces) {
    for await (const { bytes } of pieces) yield bytes;
  });
}

/** `POST /export`: for our own pages, the request as JSON and the file in frames that tell how far it is. */
export async function sendFrames(ctx: DashboardContext, core: Pick<Core, 'openExport'>): Promise<void> {
  const body = await readBody(ctx.req, bodyLimits);
  const opened: Outcome<OpenExport> =
    body.kind === 'body'
      ? await open(ctx, core, parseJson(body.bytes))
      : { ok: false, error: { code: 'invalid', message: 'The request did not arrive.' } };
  if (!opened.ok) {
    sendError(ctx, opened.error);
    return;
  }
  ctx.set('Foyer-Export-Rows', String(opened.result.total));
  await stream(ctx, opened.result, 'application/octet-stream', async function* (pieces) {
    for await (const { bytes, done } of pieces) {
      yield frameHead(bytes.byteLength, done);
      yield bytes;
    }
    yield frameHead(0, opened.result.total);
  });
}

async function open(
  ctx: DashboardContext,
  core: Pick<Core, 'openExport'>,
  request: unknown,
): Promise<Outcome<OpenExport>> {
  const parsed = fileSchema.safeParse(request);
  if (parsed.success) return core.openExport(parsed.data, ctx.state.role);
  const [issue] = parsed.error.issues;
  const place = issue?.path[0] === 'cameras' ? 'camera' : String(issue?.path[0] ?? 'request');
  return {
    ok: false,
    error: { code: 'invalid', message: `${place}: ${issue?.message ?? 'not valid'}` },
  };
}

async function stream(
  ctx: DashboardContext,
  { fileName, pieces, close }: OpenExport,
  contentType: string,
  encode: (pieces: OpenExport['pieces']) => AsyncGenerator<Uint8Array>,
): Promise<void> {
  ctx.respond = false;
  ctx.res.writeHead(200, {
    'Content-Type': contentType,
    'Content-Disposition': contentDisposition(fileName),
  });
  try {
    if (ctx.method === 'HEAD') ctx.res.end();
    else await pipeline(Readable.from(encode(pieces), { objectMode: false }), ctx.res);
  } finally {
    await close();
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    // SyntaxError: the schema says what should have been there.
    return null;
  }
}
