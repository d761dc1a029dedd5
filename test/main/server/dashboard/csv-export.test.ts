import { expect, test } from 'vitest';
import { contentDisposition } from '../../../../src/main/server/dashboard/csv-export';
import { startDashboard, withKey } from './support';

const range = 'from=2026-03-01&to=2026-03-02&by=hour';

async function* pieces(...texts: string[]): AsyncIterable<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

test('streams the file under its name', async () => {
  const { api, core } = await startDashboard();
  core.csv = () => ({
    ok: true,
    result: { fileName: 'visitors_Café.csv', text: pieces('\ufeffa;b\r\n', '1;2\r\n') },
  });
  const response = await fetch(`${api}/export.csv?${range}&camera=1&decimal=,`, { headers: withKey });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="visitors_Caf_.csv"; filename*=UTF-8''visitors_Caf%C3%A9.csv`,
  );
  expect(Buffer.from(await response.arrayBuffer()).toString()).toBe('\ufeffa;b\r\n1;2\r\n');
  expect(core.exports).toEqual([
    {
      from: '2026-03-01',
      to: '2026-03-02',
      by: 'hour',
      hours: 'all',
      cameras: ['1'],
      preset: 'excel',
      decimal: ',',
    },
  ]);
});

test.each([
  ['', 'from: '],
  ['from=2026-03-01&to=2026-03-02&by=second', 'by: '],
  [`${range}&preset=word`, 'preset: '],
  [`${range}&camera=`, 'camera: '],
  [`${range}&cammera=1`, 'There is no parameter "cammera" here.'],
])('"%s" is refused with a sentence', async (query, message) => {
  const { api } = await startDashboard();
  const response = await fetch(`${api}/export.csv?${query}`, { headers: withKey });
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
  async function* endless(): AsyncIterable<string> {
    try {
      for (;;) {
        made += 1;
        yield await Promise.resolve('x'.repeat(64 * 1024));
      }
    } finally {
      leave?.();
    }
  }
  core.csv = () => ({ ok: true, result: { fileName: 'a.csv', text: endless() } });
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
  async function* broken(): AsyncIterable<string> {
    yield await Promise.resolve('a,b\n');
    throw new Error('disk');
  }
  core.csv = () => ({ ok: true, result: { fileName: 'a.csv', text: broken() } });
  const download = fetch(`${api}/export.csv?${range}`, { headers: withKey }).then((response) =>
    response.text(),
  );
  await expect(download).rejects.toThrow();
  expect(log.lines.join()).toContain('disk');
});

test.each([
  ['a.csv', `attachment; filename="a.csv"; filename*=UTF-8''a.csv`],
  ['a"b\\c%.csv', `attachment; filename="a_b_c_.csv"; filename*=UTF-8''a%22b%5Cc%25.csv`],
  ["it's (1)*.csv", `attachment; filename="it's (1)*.csv"; filename*=UTF-8''it%27s%20%281%29%2A.csv`],
  ['店.csv', `attachment; filename="_.csv"; filename*=UTF-8''%E5%BA%97.csv`],
  ['a\r\nX: y', `attachment; filename="a__X: y"; filename*=UTF-8''a%0D%0AX%3A%20y`],
])('the header for %j', (fileName, header) => {
  expect(contentDisposition(fileName)).toBe(header);
});
