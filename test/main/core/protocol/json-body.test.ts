import { expect, test } from 'vitest';
import { excerpt, excerptOfUnparsed, parseBody } from '../../../../src/main/core/protocol/json-body';
import { bytesOf } from './fixtures';

test.each([
  ['plain', '{"a":1}', { a: 1 }],
  ['with blanks around', ' \n{"a":1}\r\n', { a: 1 }],
  ['with a byte order mark', '\ufeff{"a":1}', { a: 1 }],
  ['with blank keys', '{" a":{"b ":[{"\\tc":1}]}}', { a: { b: [{ c: 1 }] } }],
])('%s', (_name, text, value) => {
  const bytes = bytesOf(text);
  const parsed = parseBody(bytes);
  expect(parsed).toMatchObject({ ok: true, value });
  expect(parsed.ok && parsed.body).toBe(bytes);
});

test('invalid UTF-8 in a text spoils nothing else', () => {
  const bytes = new Uint8Array([...bytesOf('{"a":1,"b":"'), 0xff, 0xc3, ...bytesOf('"}')]);
  expect(parseBody(bytes)).toMatchObject({ ok: true, value: { a: 1 } });
});

test.each([
  [64, true],
  [65, false],
  [100_000, false],
  [4_000_000, false],
])('%d levels: %s', (depth, ok) => {
  expect(parseBody(bytesOf('['.repeat(depth) + ']'.repeat(depth))).ok).toBe(ok);
  expect(parseBody(bytesOf('{"a":'.repeat(depth) + '1' + '}'.repeat(depth))).ok).toBe(ok);
});

test('brackets in texts are no levels', () => {
  const text = JSON.stringify({ a: '['.repeat(1000), b: '\\"[[['.repeat(1000), c: [] });
  expect(parseBody(bytesOf(text)).ok).toBe(true);
});

test('keys that every object has are keys like others', () => {
  const parsed = parseBody(
    bytesOf('{" __proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  );
  expect(parsed.ok && Object.keys(parsed.value as object)).toEqual(['__proto__', 'constructor']);
  expect({}).not.toHaveProperty('polluted');
});

test('an excerpt has at most so many characters', () => {
  expect(excerpt(bytesOf('{"a":"ééé"}'), 8)).toBe('{"a":"éé');
  expect(excerptOfUnparsed(bytesOf('x'.repeat(5000)), 2000)).toBe('x'.repeat(2000));
});
