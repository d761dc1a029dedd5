import { expect, test } from 'vitest';
import { excerptOfUnparsed, parseBody } from '../../../../src/main/core/protocol/json-body';
import { mentionsSecret, textWithoutSecrets } from '../../../../src/main/core/protocol/secrets';
import { bytesOf } from './fixtures';

const secret = 'Xk9-tulips';

/** Bodies that hold {@link secret}, JSON or not. */
const leaky: [string, string][] = [
  ['the key of the field', `{"sn":"A","wifiPassword":"${secret}","in":1}`],
  ['escaped letters', `{"sn":"A","wifiP\\u0061ssword":"${secret}","in":1}`],
  ['escaped capitals', `{"sn":"A","\\u0050\\u0053\\u004B":"${secret}"}`],
  ['another name', `{"sn":"A","psk":"${secret}"}`],
  ['deep down', `{"sn":"A","a":[{"b":[[{"c":{"apiToken":"${secret}"}}]]}]}`],
  ['an object', `{"sn":"A","password":{"value":"${secret}","kind":"wpa2"}}`],
  ['a list', `{"sn":"A","passwords":["x","${secret}"]}`],
  ['a key that comes twice', `{"sn":"A","net":{"password":"${secret}"},"net":1}`],
  ['a key with blanks', `{"sn":"A"," wifi Password ":"${secret}"}`],
  ['JSON in a text', `{"sn":"A","config":"{\\"wifiPassword\\":\\"${secret}\\"}"}`],
  ['a query in a text', `{"sn":"A","url":"http://cam/?pwd=${secret}"}`],
  ['a body that ends early', `{"sn":"A","wifiPassword":"${secret}`],
  ['a body cut after it', `{"sn":"A","wifiPassword":"${secret}","in":`],
  ['an escaped key in a body that ends early', `{"sn":"A","wifiP\\u0061ssword":"${secret}","in":`],
  ['no colon', `{"sn":"A","wifiPassword" "${secret}"}`],
  ['single quotes', `{'sn':'A','wifiPassword':'${secret}'}`],
  ['no quotes', `{sn:A,wifiPassword:${secret}}`],
  ['a form', `sn=A&wifiPassword=${secret}&in=1`],
  ['XML', `<m><sn>A</sn><wifiPassword>${secret}</wifiPassword></m>`],
  ['a quote in it', `{"sn":"A","wifiPassword":"q\\"${secret}","in":`],
  ['an object in a body that ends early', `{"wifiPassword":{"a":1,"b":"${secret}"},"in":`],
  ['two of them', `{"psk":"x","wifiPassword":"${secret}","in":`],
  ['wide characters', [...`{"wifiPassword":"${secret}"}`].join('\0')],
];

test.each(leaky)('nothing is left of it: %s', (_name, text) => {
  expect(text.replaceAll('\0', '')).toContain(secret);
  const parsed = parseBody(bytesOf(text));
  const kept = parsed.ok ? Buffer.from(parsed.body).toString() : excerptOfUnparsed(bytesOf(text), 2000);
  expect(kept).not.toContain(secret);
  if (parsed.ok) expect(JSON.stringify(parsed.value)).not.toContain(secret);
});

test('everything else is kept', () => {
  const parsed = parseBody(
    bytesOf(`{"sn":"A","wifiPassword":"${secret}"," in":1e999,"net":{"psk":1,"ssid":"x"}}`),
  );
  expect(parsed.ok && JSON.parse(Buffer.from(parsed.body).toString())).toEqual({
    sn: 'A',
    in: 'Infinity',
    net: { ssid: 'x' },
  });
});

test.each([
  ['{"sn":"A","in":1,"pass":{"count":1},"passby":2,"wifiSSID":"x","key":3}'],
  ['{"sn":"A","note":"caf\\u00e9"}'],
])('%s has none and is kept byte by byte', (text) => {
  expect(mentionsSecret(text)).toBe(false);
  const bytes = bytesOf(text);
  expect(parseBody(bytes)).toMatchObject({ ok: true, body: bytes });
});

test('a serial number that sounds like a secret is still one', () => {
  const parsed = parseBody(bytesOf('{"sn":"TOKEN-PSK:01","in":1}'));
  expect(parsed).toMatchObject({ ok: true, value: { sn: 'TOKEN-PSK:01', in: 1 } });
});

test('a damaged body still shows what surrounds a secret that is clearly marked', () => {
  const text = `{"sn":"A","wifiPassword":"${secret}","in":1,"out":`;
  expect(textWithoutSecrets(text)).toBe('{"sn":"A","…":"(removed)","in":1,"out":');
});

test('long nonsense takes no long time', () => {
  const text = `"${'pwd'.repeat(3000)}`;
  expect(excerptOfUnparsed(bytesOf(text.repeat(10)), 2000).length).toBeLessThan(100);
});
