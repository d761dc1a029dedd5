import { deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { codeOf, countedIn, openPort, post, report } from './support';

/** Bodies made to break a reader. Each gets its verdict, none a figure, and cameras are counted meanwhile. */

const MIB = 1024 * 1024;

test('JSON nested two hundred thousand levels deep, in any brackets, is refused at once', async () => {
  const port = await openPort();
  const counting = report(port, 'GOOD', 50);
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
    ['{"sn":"A","in":1,"endTime":1,"data":[', ']}'],
  ] as const) {
    for (const end of ['', `1${close.repeat(200_000)}`]) {
      const answer = await post(port.url, open.repeat(200_000).slice(0, 10 * MIB) + end);
      expect([200, 413]).toContain(answer.status);
      expect(codeOf(answer)).toBe(2);
    }
  }
  expect(await counting).toBe(50);
});

test('bodies as large as may be, of every kind of JSON, are answered', async () => {
  const port = await openPort();
  const counting = report(port, 'GOOD', 50);
  const size = 2 * MIB;
  const bodies = [
    `"${'a'.repeat(size)}"`,
    `{"sn":"${'a'.repeat(size)}","in":1,"endTime":1}`,
    `{"${'k'.repeat(size)}":1}`,
    `[${'0,'.repeat(size / 2)}0]`,
    `{"sn":"A","data":[${'{},'.repeat(size / 3)}{}]}`,
    '\0'.repeat(size),
  ];
  for (const body of bodies) expect(codeOf(await post(port.url, body)), body.slice(0, 40)).toBe(2);
  // A report with room around it is still a report, and an endless number only makes its field unknown.
  const usable = [
    `{"sn":"A","endTime":1,"in":1${' '.repeat(size)}}`,
    `{"sn":"A","endTime":2,"in":${'9'.repeat(size)}}`,
  ];
  for (const body of usable) expect(codeOf(await post(port.url, body))).toBe(0);
  expect(await countedIn(port, 'A')).toBeLessThanOrEqual(1);
  expect(await counting).toBe(50);
});

test('numbers beyond all bounds are no counts', async () => {
  const port = await openPort();
  const end = Math.floor(port.core.clock.now() / 1000);
  const numbers = [
    '1e400',
    '-1e400',
    '9'.repeat(400),
    '1e15',
    '-1',
    '1.5',
    '4294967296',
    '1e-400',
    '-0.0001',
    'NaN',
  ];
  for (const [i, number] of numbers.entries()) {
    const body = `{"sn":"BIG","startTime":${String(end - 60)},"endTime":${String(end)},"time":${String(end + i)},"in":${number},"out":0}`;
    const answer = await post(port.url, body);
    expect(answer.status).toBe(200);
  }
  expect(await countedIn(port, 'BIG').catch(() => 0)).toBe(0);
  for (const time of ['1e400', '-1', '0', '99999999999999999999', '1e18', '253402300800']) {
    expect(
      (await post(port.url, `{"sn":"WHEN","startTime":0,"endTime":${time},"in":1,"out":1}`)).status,
    ).toBe(200);
  }
  expect(await report(port, 'GOOD', 5)).toBe(5);
});

test('bodies that unfold a thousandfold are stopped at the limit, and few are unpacked at a time', async () => {
  const port = await openPort();
  const counting = report(port, 'GOOD', 50);
  const zeros = Buffer.alloc(17 * MIB);
  const bombs: [string, Uint8Array][] = [
    ['gzip', gzipSync(zeros)],
    ['deflate', deflateSync(zeros)],
    ['gzip', gzipSync(gzipSync(zeros))],
  ];
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) => {
      const [encoding, body] = bombs[i % 3] ?? ['', new Uint8Array()];
      return post(port.url, body, { headers: { 'content-encoding': encoding } });
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(
    Array.from({ length: 12 }, (_, i) => (i % 3 === 2 ? 200 : 413)),
  );
  for (const answer of answers) expect(codeOf(answer)).toBe(2);
  expect(await counting).toBe(50);
});

test('keys that belong to every object belong to none afterwards', async () => {
  const port = await openPort();
  const end = Math.floor(port.core.clock.now() / 1000);
  const good = `"sn":"KEYS","startTime":${String(end - 60)},"endTime":${String(end)},"in":1,"out":0`;
  const bodies = [
    `{"__proto__":{"polluted":1,"in":9,"isAdmin":true},${good}}`,
    `{"constructor":{"prototype":{"polluted":1}},${good}}`,
    `{" __proto__ ":{"polluted":1,"wifiPassword":"x"},${good}}`,
    `{${good},"eventList":[{"__proto__":{"polluted":1},"id":"__proto__","timestamp":${String(end)},"eventType":0}]}`,
    `{${good},"data":[{"__proto__":{"polluted":1},"endTime":${String(end)},"in":1}]}`,
    `{"sn":{"__proto__":{"polluted":1}},"in":1,"endTime":${String(end)}}`,
    `{"hasOwnProperty":1,"toString":1,"valueOf":1,"toJSON":1,"length":-1,"then":1,${good}}`,
  ];
  for (const body of bodies) expect((await post(port.url, body)).status).toBe(200);
  for (const sn of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__']) {
    expect(codeOf(await post(port.url, `{"sn":"${sn}","endTime":${String(end)},"in":1,"out":0}`))).toBe(0);
    expect(await countedIn(port, sn)).toBe(1);
  }
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(await report(port, 'GOOD', 5)).toBe(5);
});
