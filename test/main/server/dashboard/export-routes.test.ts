import { expect, test } from 'vitest';
import type { OpenExport } from '../../../../src/main/core/reports/types';
import { guestKey, startDashboard, withKey } from './support';

const range = 'from=2026-03-01&to=2026-03-02&by=hour';

async function* pieces(...texts: string[]): OpenExport['pieces'] & AsyncGenerator {
  for (const [i, text] of texts.entries())
    yield await Promise.resolve({ bytes: Buffer.from(text), done: i + 1 });
}

function opened(
  given: OpenExport['pieces'],
  change: Partial<OpenExport> = {},
): () => {
  ok: true;
  result: OpenExport;
} {
  return () => ({
    ok: true,
    result: {
      fileName: 'visitors_Café.csv',
      contentType: 'text/csv; charset=utf-8',
      total: 2,
      keptSince: null,
      pieces: given,
      close: () => Promise.resolve(),
      ...change,
    },
  });
}

test('streams the file under its name', async () => {
  const { api, core } = await startDashboard();
  core.file = opened(pieces('\ufeffa;b\r\n', '1;2\r\n'));
  const response = await fetch(`${api}/export.csv?${range}&camera=1&decimal=,`, { headers: withKey });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="visitors_Caf_.csv"; filename*=UTF-8''visitors_Caf%C3%A9.csv`,
  );
  expect(Buffer.from(await response.arrayBuffer()).toString()).toBe('\ufeffa;b\r\n1;2\r\n');
  const params = { from: '2026-03-01', to: '2026-03-02', by: 'hour', hours: 'all', cameras: ['1'] };
  expect(core.exports).toEqual([
    { params: { kind: 'csv', ...params, preset: 'excel', decimal: ',' }, role: 'manage' },
  ]);
});

test.each([
  ['export.xlsx', `${range}&language=de`, { kind: 'xlsx', by: 'hour', language: 'de' }],
  ['persons.csv', 'from=2026-03-01&to=2026-03-02&site=main', { kind: 'persons', site: 'main' }],
  ['archive.ndjson', '', { kind: 'archive' }],
])('%s asks for its kind of file, with the role of whoever asks', async (name, query, params) => {
  const { api, core } = await startDashboard();
  core.file = opened(pieces('a'));
  await fetch(`${api}/${name}?${query}`, { headers: { authorization: `Bearer ${guestKey}` } });
  expect(core.exports).toMatchObject([{ params, role: 'view' }]);
});

test.each([
  ['export.csv', '', 'from: '],
  ['export.csv', 'from=2026-03-01&to=2026-03-02&by=second', 'by: '],
  ['export.csv', `${range}&preset=word`, 'preset: '],
  ['export.csv', `${range}&camera=`, 'camera: '],
  ['export.csv', `${range}&language=de`, 'There is no parameter "language" here.'],
  ['export.xlsx', `${range}&language=xx`, 'language: '],
  ['export.csv', `${range}&cammera=1`, 'There is no parameter "cammera" here.'],
  ['persons.csv', range, 'There is no parameter "by" here.'],
  ['archive.ndjson', 'from=2026-03-01', 'There is no parameter "from" here.'],
])('%s?%s is refused with a sentence', async (name, query, message) => {
  const { api } = await startDashboard();
  const response = await fetch(`${api}/${name}?${query}`, { headers: withKey });
  expect(response.status).toBe(400);
  const { error } = (await response.json()) as { error: { message: string } };
  expect(error.message).toContain(message);
});

test('an expected failure is told', async () => {
  const { api } = await startDashboard();
  const response = await fetch(`${api}/export.csv?${range}`, { headers: withKey });
  expect(response.status).toBe(503);
});

test('stops making rows while nobody reads, and for good when the reader leaves', async () => {
  const { api, core, log } = await startDashboard();
  let made = 0;
  let leave: (() => void) | undefined;
  const left = new Promise<void>((resolve) => (leave = resolve));
  async function* endless(): OpenExport['pieces'] & AsyncGenerator {
    for (;;) {
      made += 1;
      yield await Promise.resolve({ bytes: Buffer.alloc(64 * 1024, 'x'), done: made });
    }
  }
  core.file = opened(endless(), { close: () => Promise.resolve(leave?.()) });
  const abort = new AbortController();
  const response = await fetch(`${api}/export.csv?${range}`, { headers: withKey, signal: abort.signal });
  const reader = response.body?.getReader();
  await reader?.read();
  abort.abort();
  await left;
  // An unread gigabyte would be 16,384 pieces; the buffers between the two hold a few dozen.
  expect(made).toBeLessThan(2_000);
  expect(log.lines).toEqual([]);
});

test('a fault half-way breaks the download off instead of ending it as if it were whole', async () => {
  const { api, core, log } = await startDashboard();
  async function* broken(): OpenExport['pieces'] & AsyncGenerator {
    yield await Promise.resolve({ bytes: Buffer.from('a,b\n'), done: 1 });
    throw new Error('disk');
  }
  core.file = opened(broken());
  const download = fetch(`${api}/export.csv?${range}`, { headers: withKey }).then((response) =>
    response.text(),
  );
  await expect(download).rejects.toThrow();
  expect(log.lines.join()).toContain('disk');
});

test('HEAD gives the name and makes nothing', async () => {
  const { api, core } = await startDashboard();
  let isRead = false;
  let isClosed = false;
  async function* watched(): OpenExport['pieces'] & AsyncGenerator {
    isRead = true;
    yield await Promise.resolve({ bytes: Buffer.from('a'), done: 1 });
  }
  core.file = opened(watched(), { close: () => Promise.resolve((isClosed = true)) });
  const response = await fetch(`${api}/export.csv?${range}`, { method: 'HEAD', headers: withKey });
  expect(response.headers.get('content-disposition')).toContain('visitors_Caf%C3%A9.csv');
  expect([isRead, isClosed]).toEqual([false, true]);
});

test.each(['', '{', '[]', '{"kind":"word"}', '{"kind":"csv"}'])('the request %j is refused', async (body) => {
  const { api } = await startDashboard();
  const response = await fetch(`${api}/export`, { method: 'POST', headers: withKey, body });
  expect(response.status).toBe(400);
});
