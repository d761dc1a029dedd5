import { expect, test } from 'vitest';
import { deviceName } from '../../../../src/main/server/dashboard/device-name';
import { Pairings } from '../../../../src/main/server/dashboard/pairings';

test('an invitation is good once, by link or by code', () => {
  const pairings = new Pairings();
  const byLink = pairings.invite();
  expect(byLink.key).toMatch(/^[\w-]{43}$/);
  expect(byLink.code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  expect(pairings.acceptKey(byLink.key)).toBe(true);
  expect(pairings.acceptKey(byLink.key)).toBe(false);
  expect(pairings.acceptCode(byLink.code)).toBe(false);
  const byCode = pairings.invite();
  expect(pairings.acceptCode(` ${byCode.code.toLowerCase().replace('-', ' ')}`)).toBe(true);
  expect(pairings.acceptCode(byCode.code)).toBe(false);
  expect(pairings.acceptKey(byCode.key)).toBe(false);
  expect(pairings.acceptKey(byCode.code)).toBe(false);
});

test('it grows old within ten minutes', () => {
  let ms = 0;
  const pairings = new Pairings(() => ms);
  const { key, code, goodForMs } = pairings.invite();
  ms = goodForMs - 1;
  const other = pairings.invite();
  ms = goodForMs;
  expect(pairings.acceptKey(key)).toBe(false);
  expect(pairings.acceptCode(code)).toBe(false);
  expect(pairings.acceptKey(other.key)).toBe(true);
});

test('codes are guessed ten times, whoever guesses; then all are void', () => {
  const pairings = new Pairings();
  const { key, code } = pairings.invite();
  for (let n = 0; n < 10; n++) expect(pairings.acceptCode(`AAAA-AAA${String(n)}`)).toBe(false);
  expect(pairings.acceptCode(code)).toBe(false);
  expect(pairings.acceptKey(key)).toBe(false);
  expect(pairings.acceptKey(pairings.invite().key)).toBe(true);
});

test('a few are open at once, and all can be withdrawn', () => {
  const pairings = new Pairings();
  const keys = Array.from({ length: 7 }, () => pairings.invite().key);
  expect(keys.map((key) => pairings.acceptKey(key))).toEqual([false, false, ...Array<boolean>(5).fill(true)]);
  const { key } = pairings.invite();
  pairings.withdraw();
  expect(pairings.acceptKey(key)).toBe(false);
});

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'iPhone · Safari',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Android · Chrome',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    'Android · Samsung Internet',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Windows · Edge',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0', 'Mac · Firefox'],
  [
    'Mozilla/5.0 (SMART-TV; LINUX; Tizen 8.0) AppleWebKit/537.36 (KHTML, like Gecko) Version/8.0 TV Safari/537.36',
    'Samsung TV · Safari',
  ],
  [
    'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
    'LG TV · Chrome',
  ],
  ['<img src=x onerror=alert(1)>', ''],
  [undefined, ''],
])('%s is called "%s"', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
