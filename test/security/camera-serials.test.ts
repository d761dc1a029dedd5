import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, countedIn, openPort, post, report, type Port } from './support';

/** A device that makes serial numbers up fills neither memory nor disk, and keeps no real camera out. */

function bytesOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
    (sum, name) => sum + statSync(join(folder, name)).size,
    0,
  );
}

/** Straight into the core, as the listener does it: so many connections would only test the system. */
async function spray({ core }: Port, count: number, from: string): Promise<number[]> {
  const codes = new Map<number, number>();
  for (let first = 0; first < count; first += 1000) {
    const replies = await Promise.all(
      Array.from({ length: Math.min(1000, count - first) }, (_, i) => {
        const sn = `SPRAY-${String(first + i)}`;
        const body = new TextEncoder().encode(JSON.stringify({ sn, endTime: 1773133200, in: 1, out: 0 }));
        return core.core.receive({ endpoint: 'upload', path: '/dataUpload', remoteAddress: from, body });
      }),
    );
    for (const { code } of replies) codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  return [codes.get(0) ?? 0, codes.get(1) ?? 0, codes.get(2) ?? 0];
}

test('five thousand made-up serials leave a hundred cameras, 500 lines and a small journal', async () => {
  const port = await openPort();
  const counting = report(port, 'GOOD', 200);
  expect(await spray(port, 5000, '192.0.2.66')).toEqual([100, 4900, 0]);
  expect(await counting).toBe(200);
  expect(await countedIn(port, 'GOOD')).toBe(200);
  expect(await port.core.call('cameras.list', {})).toHaveLength(101);
  expect(await port.core.call('refused.list', { limit: 500 })).toHaveLength(500);
  expect(bytesOf(port.core.folder)).toBeLessThan(500_000);
  // A real one that hangs elsewhere still gets in.
  const body = new TextEncoder().encode('{"sn":"REAL","endTime":1773133200,"in":1}');
  const real = { endpoint: 'upload', path: '/dataUpload', remoteAddress: '192.0.2.40', body } as const;
  expect(await port.core.core.receive(real)).toMatchObject({ code: 0 });
});

test('many devices together stop at two hundred, and the owner frees all places at once', async () => {
  const port = await openPort();
  for (let device = 0; device < 5; device++) {
    for (let i = 0; i < 100; i++) {
      const body = new TextEncoder().encode(`{"sn":"S${String(device)}-${String(i)}","time":1773133200}`);
      const remoteAddress = `192.0.2.${String(device)}`;
      await port.core.core.receive({ endpoint: 'heartbeat', path: '/heartBeat', remoteAddress, body });
    }
  }
  expect(await port.core.call('cameras.list', {})).toHaveLength(200);
  expect(codeOf(await post(port.url, '{"sn":"REAL","in":1,"endTime":1773133200}'))).toBe(1);
  expect(await port.core.call('cameras.removeUncounted', {})).toBe(200);
  expect(codeOf(await post(port.url, '{"sn":"REAL","in":1,"endTime":1773133200}'))).toBe(0);
});

test('serials that are markup, formulas, paths or control characters are refused, and shown as they came', async () => {
  const port = await openPort();
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '"><script>',
    '=HYPERLINK("http://evil")',
    '+1', // a formula in a spreadsheet
    '@SUM(1)',
    '../../etc/passwd',
    'A/B',
    'A\\B',
    'foyer/+/#',
    '$SYS',
    'a"b',
    "a'; DROP TABLE camera; --",
    'a\nb',
    'a\u0000b',
    'a\u202eb',
    'ａ',
    '😀',
    'a'.repeat(65),
    '${7*7}',
    '{{7*7}}',
    '%s%n',
  ];
  for (const sn of hostile) {
    const answer = await post(port.url, JSON.stringify({ sn, in: 1, endTime: 1773133200 }));
    expect(answer.status, sn).toBe(200);
    expect(JSON.parse(answer.text), sn).toMatchObject({ code: 2, data: { sn: '' } });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  }
  expect(await port.core.call('cameras.list', {})).toEqual([]);
  const refused = await port.core.call('refused.list', {});
  expect(refused.map(({ reason }) => reason)).toEqual(hostile.map(() => 'bad-serial'));
  expect(refused.every(({ sn }) => sn === null)).toBe(true);
});

test('marks of one camera stay within bounds, however much it sends that cannot be', async () => {
  const port = await openPort();
  const end = Math.floor(port.core.clock.now() / 1000);
  const data = Array.from({ length: 5000 }, (_, i) => ({
    endTime: end - 60 * i,
    in: -1,
    out: 1.5,
    passby: 'x',
  }));
  for (let i = 0; i < 2; i++) await post(port.url, JSON.stringify({ sn: `MARKS-${String(i)}`, data }));
  const marks = await port.core.call('quality.list', { rules: ['value-set-aside'], limit: 1000 });
  expect(marks.length).toBeLessThanOrEqual(200);
});
