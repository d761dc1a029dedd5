import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32c } from '../../../../src/main/core/storage/crc32c';
import {
  encodeRecords,
  encodeVoid,
  parseSegmentName,
  readSegment,
  SEGMENT_MAGIC,
  segmentName,
  type JournalRecord,
} from '../../../../src/main/core/storage/journal-format';

const firstSequence = 70_000_000_000;
const payload = fc.uint8Array({ minLength: 1, maxLength: 40, size: 'max' });
const payloads = fc.array(payload, { minLength: 1, maxLength: 12, size: 'max' });

function recordsOf(data: readonly Uint8Array[]): JournalRecord[] {
  return data.map((payload, i) => ({ sequence: firstSequence + i, payload }));
}

function segmentOf(records: readonly JournalRecord[]): Buffer {
  return Buffer.concat([SEGMENT_MAGIC, encodeRecords(records)]);
}

/** Offsets at which records begin, and the end of the last. */
function borders(records: readonly JournalRecord[]): number[] {
  let at = SEGMENT_MAGIC.length;
  return [at, ...records.map((record) => (at += encodeRecords([record]).length))];
}

const plain = (records: readonly JournalRecord[]) =>
  records.map(({ sequence, payload }) => ({ sequence, payload: [...payload] }));

it('reads what was written', () => {
  fc.assert(
    fc.property(payloads, (data) => {
      const records = recordsOf(data);
      const reading = readSegment(segmentOf(records), firstSequence);
      expect(plain(reading.records)).toEqual(plain(records));
      expect(reading).toMatchObject({ voids: [], damaged: [], tornBytes: 0 });
    }),
  );
});

it('names segments so that they sort by sequence', () => {
  expect(parseSegmentName(segmentName(42))).toBe(42);
  expect([segmentName(100), segmentName(9)].sort()).toEqual([segmentName(9), segmentName(100)]);
  for (const other of ['journal-1.log', 'journal-0000000000000001.log.tmp', 'foyer.log']) {
    expect(parseSegmentName(other)).toBeNull();
  }
});

it('keeps stretches that were declared void apart from the records', () => {
  const [record] = recordsOf([Buffer.from('x')]) as [JournalRecord];
  const bytes = Buffer.concat([SEGMENT_MAGIC, encodeVoid(9, { first: 3, last: 8 }), encodeRecords([record])]);
  const reading = readSegment(bytes, 9);
  expect(reading.voids).toEqual([{ first: 3, last: 8 }]);
  expect(plain(reading.records)).toEqual(plain([record]));
});

describe('a segment that was cut off', () => {
  it('loses what was cut and nothing before it, wherever the cut is', () => {
    fc.assert(
      fc.property(payloads, (data) => {
        const records = recordsOf(data);
        const bytes = segmentOf(records);
        const ends = borders(records);
        for (let length = ends[0] ?? 0; length < bytes.length; length++) {
          const reading = readSegment(bytes.subarray(0, length), firstSequence);
          const whole = ends.filter((end) => end <= length).length - 1;
          expect(plain(reading.records)).toEqual(plain(records.slice(0, whole)));
          expect(reading.damaged).toEqual([]);
          expect(reading.tornBytes).toBe(length - (ends[whole] ?? 0));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('may be cut inside its first bytes', () => {
    for (let length = 0; length <= SEGMENT_MAGIC.length; length++) {
      const { records, tornBytes } = readSegment(SEGMENT_MAGIC.subarray(0, length), 1);
      expect(records).toEqual([]);
      expect(tornBytes).toBe(length === SEGMENT_MAGIC.length ? 0 : length);
    }
  });

  it('may have been made longer by the file system with zeros', () => {
    const records = recordsOf([Buffer.from('one'), Buffer.from('two')]);
    const reading = readSegment(Buffer.concat([segmentOf(records), Buffer.alloc(5000)]), firstSequence);
    expect(plain(reading.records)).toEqual(plain(records));
    expect(reading).toMatchObject({ damaged: [], tornBytes: 5000 });
  });
});

describe('a flipped bit', () => {
  it('costs the record it is in and no other', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), fc.nat(7), (data, position, bit) => {
        const records = recordsOf(data);
        const bytes = segmentOf(records);
        const offset = position % bytes.length;
        bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
        const hit = borders(records).findLastIndex((start) => start <= offset);
        const reading = readSegment(bytes, firstSequence);
        expect(plain(reading.records)).toEqual(plain(records.filter((_, i) => i !== hit)));
        const isSaid = reading.damaged.length > 0 || reading.tornBytes > 0;
        expect(isSaid).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('in the middle is counted as one damaged record, at the end too', () => {
    const records = recordsOf([1, 2, 3, 4, 5].map((i) => Buffer.from(`record ${i}`)));
    const starts = borders(records);
    for (const hit of [0, 2, 4]) {
      const bytes = segmentOf(records);
      bytes[(starts[hit] ?? 0) + 20] = 0;
      const { damaged, tornBytes } = readSegment(bytes, firstSequence);
      expect(damaged.map((stretch) => stretch.records)).toEqual([1]);
      expect(tornBytes).toBe(0);
    }
  });
});

it('passes over a record of a kind that it does not know, and says so', () => {
  const [first, other, last] = recordsOf(['one', 'two', 'three'].map((text) => Buffer.from(text)));
  if (!first || !other || !last) throw new Error('No records');
  const unknown = encodeRecords([other]);
  unknown.writeUInt16LE(2, 14);
  unknown.writeUInt32LE(crc32c(unknown.subarray(8)), 4);
  const bytes = Buffer.concat([segmentOf([first]), unknown, encodeRecords([last])]);
  const reading = readSegment(bytes, firstSequence);
  expect(plain(reading.records)).toEqual(plain([first, last]));
  expect(reading).toMatchObject({
    voids: [],
    damaged: [{ bytes: unknown.length, records: 1 }],
    tornBytes: 0,
  });
});
