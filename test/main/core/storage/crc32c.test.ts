import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32c } from '../../../../src/main/core/storage/crc32c';

const bytes = (...values: number[]) => Uint8Array.from(values);
const run = (length: number, byteAt: (i: number) => number) =>
  Uint8Array.from({ length }, (_, i) => byteAt(i));

// RFC 3720, appendix B.4, and the check value of the CRC catalogue.
it.each([
  ['nothing', bytes(), 0],
  ['the digits 1 to 9', Buffer.from('123456789'), 0xe3069283],
  ['32 zeros', run(32, () => 0), 0x8a9136aa],
  ['32 bytes of all ones', run(32, () => 0xff), 0x62a8ab43],
  ['0 to 31', run(32, (i) => i), 0x46dd794e],
  ['31 to 0', run(32, (i) => 31 - i), 0x113fdb5c],
])('of %s', (_, data, expected) => {
  expect(crc32c(data)).toBe(expected);
});

/** One bit at a time, as the definition has it. */
function plainCrc(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}

it('agrees with the definition at every length and alignment', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70, size: 'max' }), fc.nat(7), (data, skip) => {
      const unaligned = data.subarray(Math.min(skip, data.length));
      expect(crc32c(unaligned)).toBe(plainCrc(unaligned));
    }),
  );
});

it('goes on where it was left', () => {
  const part = fc.uint8Array({ maxLength: 40, size: 'max' });
  fc.assert(
    fc.property(part, part, (head, tail) => {
      expect(crc32c(tail, crc32c(head))).toBe(crc32c(Buffer.concat([head, tail])));
    }),
  );
});
