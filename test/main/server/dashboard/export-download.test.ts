import { get, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { NewsReader, type ExportNews } from '#shared/export-news';
import { ExportBrokenOff, type OpenExport } from '../../../../src/main/core/reports/types';
import { ExportDownload } from '../../../../src/main/server/dashboard/export-download';
import { ExportShelf } from '../../../../src/main/server/dashboard/export-shelf';
import { guestKey, key, startDashboard, withKey } from './support';

type Pieces = OpenExport['pieces'] & AsyncGenerator;

function fileOf(pieces: OpenExport['pieces'], close = () => Promise.resolve()): OpenExport {
  const contentType = 'text/csv; charset=utf-8';
  return { fileName: 'visitors_Café.csv', contentType, total: 2, keptSince: null, pieces, close };
}

async function* texts(...all: string[]): Pieces {
  for (const [i, text] of all.entries())
    yield await Promise.resolve({ bytes: Buffer.from(text), done: i + 1 });
}

/** Pieces without end, each no sooner than it is asked for. */
async function* endless(): Pieces {
  for (let done = 1; ; done++) yield await Promise.resolve({ bytes: Buffer.alloc(64 * 1024, 'x'), done });
}

/** A page that asks for a file and listens. */
async function page(api: string, signal?: AbortSignal) {
  const response = await fetch(`${api}/export`, {
    method: 'POST',
    headers: withKey,
    body: JSON.stringify({ kind: 'archive' }),
    ...(signal ? { signal } : {}),
  });
  const news = new NewsReader();
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const waiting: ExportNews[] = [];
  async function next(): Promise<ExportNews | null> {
    while (waiting.length === 0) {
      const read = await reader.read();
      if (read.done) return null;
      waiting.push(...news.take(read.value));
    }
    return waiting.shift() ?? null;
  }
  async function last(): Promise<ExportNews | null> {
    let newest: ExportNews | null = null;
    for (let each = await next(); each !== null; each = await next()) newest = each;
    return newest;
  }
  const ready = await next();
  if (ready?.state !== 'ready') throw new Error(`The page heard ${JSON.stringify(ready)}`);
  return { ready, next, last, address: `${api}/export/${ready.id}` };
}

/** Opens a file that tells when it was given up. */
function watched(pieces: OpenExport['pieces']) {
  let tell: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (tell = resolve));
  return { closed, file: fileOf(pieces, () => Promise.resolve(tell())) };
}

test('the browser fetches the file by itself, and the page hears how far it is', async () => {
  const { api, core } = await startDashboard();
  core.file = () => ({ ok: true, result: fileOf(texts('first,', 'second')) });
  const { ready, next, address } = await page(api);
  expect(ready).toMatchObject({ fileName: 'visitors_Café.csv', total: 2 });
  const response = await fetch(address, { headers: withKey });
  expect(response.headers.get('content-disposition')).toContain('visitors_Caf%C3%A9.csv');
  expect(await response.text()).toBe('first,second');
  expect(await next()).toEqual({ state: 'making', done: 1 });
  expect(await next()).toEqual({ state: 'making', done: 2 });
  expect(await next()).toEqual({ state: 'done' });
  expect(await next()).toBeNull();
  expect(core.exports).toEqual([{ params: { kind: 'archive' }, role: 'manage' }]);
});

test('a file is fetched once, and by nobody else', async () => {
  const { api, core } = await startDashboard();
  core.file = () => ({ ok: true, result: fileOf(texts('mine')) });
  const { address } = await page(api);
  const status = async (init: RequestInit) => (await fetch(address, init)).status;
  expect(await status({ headers: { authorization: `Bearer ${guestKey}` } })).toBe(404);
  expect(await status({})).toBe(401);
  expect(await status({ method: 'HEAD', headers: withKey })).toBe(200);
  expect(await (await fetch(address, { headers: withKey })).text()).toBe('mine');
  expect(await status({ headers: withKey })).toBe(404);
  expect(await fetch(`${api}/export/${key}`, { headers: withKey })).toMatchObject({ status: 404 });
});

test('a slow reader gets each piece as it was, though every other lies in the same memory', async () => {
  const { api, core } = await startDashboard();
  const pieces = 60;
  const length = 256 * 1024;
  async function* inTwoBuffers(): Pieces {
    const buffers = [Buffer.alloc(length), Buffer.alloc(length)];
    const make = (i: number) => (buffers[i % 2] ?? Buffer.alloc(0)).fill(i);
    let next = make(0);
    for (let i = 0; i < pieces; i++) {
      const bytes = next;
      // Worked out while this one is being sent, and written over the one before.
      next = make(i + 1);
      yield await Promise.resolve({ bytes, done: i });
    }
  }
  core.file = () => ({ ok: true, result: fileOf(inTwoBuffers()) });
  const { address } = await page(api);
  const response = await new Promise<IncomingMessage>((resolve) => {
    get(address, { headers: withKey }, resolve);
  });
  // All that lies between the two is full by then, and the rest waits.
  await setTimeout(300);
  const read = (await response.toArray()) as Buffer[];
  const whole = Buffer.concat(read);
  expect(whole.byteLength).toBe(pieces * length);
  const seen = Array.from({ length: pieces }, (_, i) => [
    ...new Set(whole.subarray(i * length, (i + 1) * length)),
  ]);
  expect(seen).toEqual(Array.from({ length: pieces }, (_, i) => [i]));
});

test('a page that leaves breaks the file off half-way, so that no browser takes it for whole', async () => {
  const { api, core, log } = await startDashboard();
  const { file, closed } = watched(endless());
  core.file = () => ({ ok: true, result: file });
  const leave = new AbortController();
  const { address, next } = await page(api, leave.signal);
  const response = await fetch(address, { headers: withKey });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  expect(await next()).toMatchObject({ state: 'making' });
  leave.abort();
  await closed;
  await expect(
    (async () => {
      while (!(await reader.read()).done);
    })(),
  ).rejects.toThrow();
  expect(log.lines).toEqual([]);
});

test('a page that leaves before the browser came takes the file away', async () => {
  const { api, core } = await startDashboard();
  const { file, closed } = watched(endless());
  core.file = () => ({ ok: true, result: file });
  const leave = new AbortController();
  const { address } = await page(api, leave.signal);
  leave.abort();
  await closed;
  expect((await fetch(address, { headers: withKey })).status).toBe(404);
});

test('cancelled among the browser’s downloads, it is cancelled on the page', async () => {
  const { api, core, log } = await startDashboard();
  const { file, closed } = watched(endless());
  core.file = () => ({ ok: true, result: file });
  const { address, last } = await page(api);
  const stop = new AbortController();
  const response = await fetch(address, { headers: withKey, signal: stop.signal });
  await (response.body as ReadableStream<Uint8Array>).getReader().read();
  stop.abort();
  expect(await last()).toEqual({ state: 'cancelled' });
  await closed;
  expect(log.lines).toEqual([]);
});

test.each([
  [new Error('disk'), 'file-not-saved'],
  [new ExportBrokenOff(), 'export-broken-off'],
])('a fault half-way (%s) is told in a sentence, and the download breaks off', async (fault, id) => {
  const { api, core, log } = await startDashboard();
  async function* broken(): Pieces {
    yield await Promise.resolve({ bytes: Buffer.from('a,b\n'), done: 1 });
    throw fault;
  }
  core.file = () => ({ ok: true, result: fileOf(broken()) });
  const { address, last } = await page(api);
  await expect(fetch(address, { headers: withKey }).then((response) => response.text())).rejects.toThrow();
  expect(await last()).toMatchObject({ state: 'failed', error: { sentence: { id } } });
  expect(log.lines.join()).toContain(fault.message);
});

test('a file that no browser comes for is given up, and that is told', () => {
  vi.useFakeTimers();
  try {
    const heard: ExportNews[] = [];
    let isClosed = false;
    const file = fileOf(texts(), () => Promise.resolve(void (isClosed = true)));
    const shelf = new ExportShelf(1_000);
    const id = shelf.put(new ExportDownload(file, (news) => heard.push(news)), 'me');
    vi.advanceTimersByTime(999);
    expect(shelf.find(id, 'me')).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(shelf.find(id, 'me')).toBeNull();
    expect(heard).toMatchObject([{ state: 'failed', error: { sentence: { id: 'not-fetched' } } }]);
    expect(isClosed).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
