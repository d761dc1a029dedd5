/** Ways in which a body goes wrong: on the wire, in the firmware, or because somebody means harm. */

/** Two numbers choose what a mutation does and where, so that a failing one can be made again and made smaller. */
export interface Choice {
  place: number;
  variant: number;
}

export type Mutation = (body: Buffer, choice: Choice) => Buffer;

/** JSON texts to put in place of a value; several could not be written by `JSON.stringify`. */
const oddValues: readonly string[] = [
  'null',
  'true',
  '""',
  '" "',
  '[]',
  '{}',
  '[[]]',
  '0',
  '-0',
  '-1',
  '1.5',
  '1000',
  '1e3',
  '1e19',
  '1e300',
  '1e999',
  '-1e999',
  '9007199254740991',
  '9007199254740993',
  '99999999999999999999999999',
  '0.000000001',
  '1773129600',
  '177312960000000000',
  '"1773129600"',
  '"-3"',
  '"12 "',
  '"NaN"',
  '"Infinity"',
  '"0x1f"',
  '"Total"',
  '"add"',
  'NaN',
  'Infinity',
  'undefined',
  "'x'",
  '01',
  '"\\ud800"',
  '"\\udfff\\ud83d"',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\u2028"',
  '{"count":3,"child":1,"staff":9}',
  '{"__proto__":{"polluted":1},"count":1}',
  '{"toString":1,"valueOf":2,"length":3}',
  '[{"in":1,"endTime":1773129600}]',
  '[1,null,"x",{},[]]',
  '{"wifiPassword":"fuzzed-secret"}',
];

const oddKeys: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  ' ',
  ' sn ',
  'sn',
  'in',
  ' in',
  'out',
  'pass',
  'data',
  'info',
  'eventList',
  'attributes',
  'startTime',
  'endTime',
  'time',
  'timestamp',
  'dataMode',
  'currentStay',
  'stayTime',
  'avgStayTime',
  'eventType',
  'wifiPassword',
  'wifiP\\u0061ssword',
];

const oddBytes: readonly Buffer[] = [
  Buffer.from([0]),
  Buffer.from([0xff]),
  Buffer.from([0xc3, 0x28]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xf4, 0x90, 0x80, 0x80]),
  Buffer.from('\ufeff'),
  Buffer.from('"'),
  Buffer.from('\\'),
  Buffer.from(','),
  Buffer.from('}'),
  Buffer.from('\n'),
  Buffer.from('\\u'),
];

export const mutations: readonly Mutation[] = [
  // Twice: most of what reaches the decoder's own code is JSON with a wrong value in it.
  replaceValue,
  replaceValue,
  addKey,
  addKey,
  removeValue,
  doubleItem,
  truncate,
  flipBit,
  insertBytes,
  repeatPiece,
  asWideText,
];

/** Much larger than any message; one in a while is enough. */
export const heavyMutations: readonly Mutation[] = [
  (body, { variant }) => {
    const [open, close] = [
      ['[', ']'],
      ['{"in":', '}'],
    ][variant % 2] as [string, string];
    const deep = open.repeat(100_000) + (variant % 3 === 0 ? '' : `1${close.repeat(100_000)}`);
    return putRaw(body, variant, deep);
  },
  (body, { place, variant }) => {
    const item = oddValues[variant % oddValues.length] ?? '0';
    return putRaw(body, place, `[${new Array(20_000).fill(item).join(',')}]`);
  },
  (body, { place }) => putRaw(body, place, `"${'x'.repeat(100_000)}"`),
  (body, { place }) => putRaw(body, place, '9'.repeat(100_000)),
];

function replaceValue(body: Buffer, { place, variant }: Choice): Buffer {
  return putRaw(body, place, oddValues[variant % oddValues.length] ?? 'null');
}

/** A key that is there already comes twice then; the later one wins. */
function addKey(body: Buffer, { place, variant }: Choice): Buffer {
  const text = body.toString();
  const braces = [...text.matchAll(/[{}]/g)];
  const brace = braces[place % Math.max(1, braces.length)];
  if (!brace) return body;
  const key = oddKeys[variant % oddKeys.length] ?? '';
  const value = oddValues[(place + variant) % oddValues.length] ?? '1';
  const at = brace.index;
  return brace[0] === '{'
    ? Buffer.from(`${text.slice(0, at + 1)}"${key}":${value},${text.slice(at + 1)}`)
    : Buffer.from(`${text.slice(0, at)},"${key}":${value}${text.slice(at)}`);
}

function removeValue(body: Buffer, { place }: Choice): Buffer {
  return changeSlot(body, place, (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  });
}

function doubleItem(body: Buffer, { place }: Choice): Buffer {
  return changeSlot(body, place, (parent, key) => {
    const value = parent[key];
    if (Array.isArray(parent)) parent.push(value);
    else parent[key] = [value, value];
  });
}

function truncate(body: Buffer, { place }: Choice): Buffer {
  return body.subarray(0, place % (body.length + 1));
}

function flipBit(body: Buffer, { place, variant }: Choice): Buffer {
  if (body.length === 0) return body;
  const flipped = Buffer.from(body);
  const at = place % flipped.length;
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (variant % 8));
  return flipped;
}

function insertBytes(body: Buffer, { place, variant }: Choice): Buffer {
  const at = place % (body.length + 1);
  const piece = oddBytes[variant % oddBytes.length] ?? Buffer.alloc(0);
  return Buffer.concat([body.subarray(0, at), piece, body.subarray(at)]);
}

function repeatPiece(body: Buffer, { place, variant }: Choice): Buffer {
  const at = place % (body.length + 1);
  return Buffer.concat([body.subarray(0, at + (variant % 40)), body.subarray(at)]);
}

function asWideText(body: Buffer, { variant }: Choice): Buffer {
  return variant % 4 === 0 ? Buffer.from(body.toString(), 'utf16le') : body;
}

/** Puts a text that need not be JSON in the place of some value. */
function putRaw(body: Buffer, place: number, raw: string): Buffer {
  const marker = '@@raw@@';
  const marked = changeSlot(body, place, (parent, key) => (parent[key] = marker));
  return Buffer.from(marked.toString().replace(`"${marker}"`, () => raw));
}

type Slots = Record<string, unknown>;

/** Leaves a body that is no JSON, or has no values, as it is. */
function changeSlot(body: Buffer, place: number, change: (parent: Slots, key: string) => void): Buffer {
  let root: unknown;
  try {
    root = JSON.parse(body.toString());
  } catch {
    // Another mutation broke it already.
    return body;
  }
  const slots: [Slots, string][] = [];
  const visit = (value: unknown, depth: number) => {
    if (typeof value !== 'object' || value === null || depth > 20 || slots.length > 2000) return;
    for (const [key, child] of Object.entries(value)) {
      slots.push([value as Slots, key]);
      visit(child, depth + 1);
    }
  };
  visit(root, 0);
  const slot = slots[place % Math.max(1, slots.length)];
  if (!slot) return body;
  change(...slot);
  return Buffer.from(JSON.stringify(root));
}
