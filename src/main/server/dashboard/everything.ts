import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat, statfs } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Core } from '../../core/types';
import { answerAndDrain } from '../answer-and-drain';
import { sendError, sendOutcome, type DashboardContext } from './context';
import { contentDisposition } from './content-disposition';

/** More than a database in memory can be; Node reads no larger file at once either. */
const maxBytes = 2 ** 31 - 1;
/** Left free on the disk: the cameras' reports need room, too. */
const reserveBytes = 128 * 1024 * 1024;
const drainMs = 5_000;

/** `GET /everything`: one file, to move to another computer. */
export async function sendEverything(
  ctx: DashboardContext,
  core: Pick<Core, 'exportEverything'>,
): Promise<void> {
  if (!mayManage(ctx)) return;
  if (ctx.method === 'HEAD') {
    // To know the length the file would have to be made.
    ctx.status = 200;
    ctx.type = fileType;
    return;
  }
  await withFolder(async (folder) => {
    let name = '';
    const saved = await core.exportEverything((fileName) => Promise.resolve(join(folder, (name = fileName))));
    if (!saved.ok || saved.result === null) {
      if (!saved.ok) sendError(ctx, saved.error);
      return;
    }
    const { size } = await stat(saved.result);
    ctx.respond = false;
    ctx.res.writeHead(200, {
      'Content-Type': fileType,
      'Content-Length': size,
      'Content-Disposition': contentDisposition(name),
    });
    await pipeline(createReadStream(saved.result), ctx.res);
  });
}

/** `POST /everything`: the body is such a file; it takes the place of what is here. */
export async function takeEverything(
  ctx: DashboardContext,
  core: Pick<Core, 'importEverything'>,
): Promise<void> {
  if (!mayManage(ctx)) return;
  await withFolder(async (folder) => {
    const path = join(folder, 'everything.foyer');
    const received = await receive(ctx.req, path);
    if (received === 'whole') {
      sendOutcome(ctx, await core.importEverything(path));
      return;
    }
    ctx.respond = false;
    await answerAndDrain(ctx.res, answers[received], drainMs);
  });
}

const fileType = 'application/octet-stream';

const answers = {
  'too-large': {
    status: 413,
    json: { error: { code: 'invalid', message: 'This file is too large to be one of Foyer.' } },
  },
  'no-room': {
    status: 503,
    json: { error: { code: 'unavailable', message: 'There is not enough room on the disk.' } },
  },
};

function mayManage(ctx: DashboardContext): boolean {
  if (ctx.state.role === 'manage') return true;
  sendError(ctx, { code: 'forbidden', message: 'This needs the right to manage Foyer.' });
  return false;
}

/** Files of no other user's business, and gone afterwards. The data folder is the storage thread's alone. */
async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-everything-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** @throws when the sender hangs up */
async function receive(request: IncomingMessage, path: string): Promise<'whole' | 'too-large' | 'no-room'> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBytes) return 'too-large';
  const { bavail, bsize } = await statfs(tmpdir());
  const room = bavail * bsize - reserveBytes;
  if (announced > room) return 'no-room';
  const file = await open(path, 'wx', 0o600);
  try {
    let bytes = 0;
    // Not destroyed when the loop is left: whoever sent too much is still to be told.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) return 'too-large';
      if (bytes > room) return 'no-room';
      await file.writeFile(chunk);
    }
    return 'whole';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return 'no-room';
    throw error;
  } finally {
    await file.close();
  }
}
