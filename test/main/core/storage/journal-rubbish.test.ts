import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32c } from '../../../../src/main/core/storage/crc32c';
import {
  encodeRecords,
  encodeVoid,
  readSegment,
  RECORD_HEADER_BYTES,
  SEGMENT_MAGIC,
} from '../../../../src/main/core/storage/journal-format';

/** What may lie on a disk: records of every kind, whole and not, and anything else. */
const rubbish = fc.uint8Array({ maxLength: 60, size: 'max' }).map((bytes) => Buffer.from(bytes));
const message = fc
  .tuple(fc.nat(1000), fc.uint8Array({ minLength: 1, maxLength: 40, size: 'max' }))
  .map(([sequence, payload]) => encodeRecords([{ sequence, payload }]));
const voided = fc
  .tuple(fc.nat(1000), fc.nat(1000))
  .map(([sequence, first]) => encodeVoid(sequence, { first, last: first + 3 }));
/** With a checksum that fits, as another version might write them. */
const ofAnotherKind = fc.tuple(message, fc.integer({ min: 1, max: 65_535 })).map(([record, kind]) => {
  record.writeUInt16LE(kind, 14);
  record.writeUInt32LE(crc32c(record.subarray(8)), 4);
  return record;
});
const cutShort = fc.tuple(message, fc.nat(60)).map(([record, length]) => record.subarray(0, length));
const zeros = fc.nat(60).map((length) => Buffer.alloc(length));
const pieces = fc.array(fc.oneof(rubbish, message, voided, ofAnotherKind, cutShort, zeros), {
  maxLength: 12,
  size: 'max',
});

it('takes any bytes without failing, and accounts for each of them', () => {
  fc.assert(
    fc.property(pieces, fc.boolean(), (parts, isBegun) => {
      const bytes = Buffer.concat([...(isBegun ? [SEGMENT_MAGIC] : []), ...parts]);
      const { records, voids, damaged, tornBytes } = readSegment(bytes, 1);
      const whole = records.reduce((sum, { payload }) => sum + RECORD_HEADER_BYTES + payload.byteLength, 0);
      const lost = damaged.reduce((sum, stretch) => sum + stretch.bytes, 0);
      const magic = isBegun ? SEGMENT_MAGIC.length : 0;
      const voidBytes = encodeVoid(1, { first: 1, last: 1 }).length * voids.length;
      expect(magic + whole + voidBytes + lost + tornBytes).toBe(bytes.length);
    }),
  );
});
