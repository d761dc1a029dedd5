import { crc32c } from './crc32c';

/** First bytes of every segment; the two digits are the format's version. */
export const SEGMENT_MAGIC = Buffer.from('FOYERJ01', 'latin1');

/** length u32 · CRC-32C u32 over all that follows · sequence u48 · kind u16 · payload; little-endian. */
export const RECORD_HEADER_BYTES = 16;

/** Longer than any message the listener lets in. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

const MESSAGE = 0;
/** Says that a stretch of earlier sequences was never acknowledged and does not count, should it be found. */
const VOID = 1;
const VOID_BYTES = 16;

/** Sequences from `first` to `last`, both included. */
export interface SequenceRange {
  first: number;
  last: number;
}

export interface JournalRecord {
  /** Grows by one with each record; numbers of failed writes are not used again. */
  sequence: number;
  payload: Uint8Array;
}

export function segmentName(firstSequence: number): string {
  return `journal-${String(firstSequence).padStart(16, '0')}.log`;
}

/** @returns the first sequence of the segment, or `null` if the file is not one */
export function parseSegmentName(name: string): number | null {
  const match = /^journal-(\d{16})\.log$/.exec(name);
  return match ? Number(match[1]) : null;
}

/** Encodes records into one buffer, so that a group is one write. No payload is empty. */
export function encodeRecords(records: readonly JournalRecord[]): Buffer {
  return encode(records, MESSAGE);
}

export function encodeVoid(sequence: number, range: SequenceRange): Buffer {
  const payload = Buffer.alloc(VOID_BYTES);
  payload.writeUIntLE(range.first, 0, 6);
  payload.writeUIntLE(range.last, 8, 6);
  return encode([{ sequence, payload }], VOID);
}

function encode(records: readonly JournalRecord[], kind: number): Buffer {
  const bytes = records.reduce((sum, record) => sum + RECORD_HEADER_BYTES + record.payload.byteLength, 0);
  const buffer = Buffer.allocUnsafe(bytes);
  let offset = 0;
  for (const { sequence, payload } of records) {
    buffer.writeUInt32LE(payload.byteLength, offset);
    buffer.writeUIntLE(sequence, offset + 8, 6);
    buffer.writeUInt16LE(kind, offset + 14);
    buffer.set(payload, offset + RECORD_HEADER_BYTES);
    const end = offset + RECORD_HEADER_BYTES + payload.byteLength;
    buffer.writeUInt32LE(crc32c(buffer.subarray(offset + 8, end)), offset + 4);
    offset = end;
  }
  return buffer;
}

export interface SegmentReading {
  records: JournalRecord[];
  voids: SequenceRange[];
  /** Stretches before a valid record that hold none, and how many records are missing there. */
  damaged: { offset: number; bytes: number; records: number }[];
  /** Bytes at the end that a write did not finish. */
  tornBytes: number;
}

/**
 * Reads a segment. A damaged record is passed over and the next valid one looked for, so that damage costs
 * only what it hit. Bytes at the very end that make no record are a write that was cut off, unless a whole
 * record would fit there: then it is damage as well.
 * @param firstSequence as the segment's name says
 */
export function readSegment(bytes: Uint8Array, firstSequence: number): SegmentReading {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reading: SegmentReading = { records: [], voids: [], damaged: [], tornBytes: 0 };
  const hasMagic = buffer.subarray(0, SEGMENT_MAGIC.length).equals(SEGMENT_MAGIC);
  let offset = hasMagic ? SEGMENT_MAGIC.length : 0;
  let expected = firstSequence;
  while (offset < buffer.length) {
    const found = recordAt(buffer, offset);
    if (found) {
      if (found.kind === MESSAGE) reading.records.push(found.record);
      else reading.voids.push(rangeOf(found.record.payload));
      offset += RECORD_HEADER_BYTES + found.record.payload.byteLength;
      expected = found.record.sequence + 1;
      continue;
    }
    let next = offset + 1;
    while (next < buffer.length && !recordAt(buffer, next)) next++;
    const after = recordAt(buffer, next);
    if (after) {
      const records = Math.max(0, after.record.sequence - expected);
      reading.damaged.push({ offset, bytes: next - offset, records });
    } else if (isWholeAt(buffer, offset)) {
      reading.damaged.push({ offset, bytes: buffer.length - offset, records: 1 });
    } else reading.tornBytes = buffer.length - offset;
    offset = next;
  }
  return reading;
}

function recordAt(buffer: Buffer, offset: number): { kind: number; record: JournalRecord } | null {
  const payloadStart = offset + RECORD_HEADER_BYTES;
  if (payloadStart > buffer.length) return null;
  const length = buffer.readUInt32LE(offset);
  // No payload is empty, so a stretch of zeros is not taken for a row of records.
  if (length === 0 || length > MAX_PAYLOAD_BYTES || payloadStart + length > buffer.length) return null;
  // Cheaper than the checksum, and enough to rule out nearly every wrong offset.
  const kind = buffer.readUInt16LE(offset + 14);
  if (kind !== MESSAGE && !(kind === VOID && length === VOID_BYTES)) return null;
  const end = payloadStart + length;
  if (crc32c(buffer.subarray(offset + 8, end)) !== buffer.readUInt32LE(offset + 4)) return null;
  const sequence = buffer.readUIntLE(offset + 8, 6);
  return { kind, record: { sequence, payload: buffer.subarray(payloadStart, end) } };
}

/** Whether the length that stands there leaves room for the record: then its bytes were all written once. */
function isWholeAt(buffer: Buffer, offset: number): boolean {
  if (offset + RECORD_HEADER_BYTES >= buffer.length) return false;
  const length = buffer.readUInt32LE(offset);
  return length > 0 && offset + RECORD_HEADER_BYTES + length <= buffer.length;
}

function rangeOf(payload: Uint8Array): SequenceRange {
  const buffer = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  return { first: buffer.readUIntLE(0, 6), last: buffer.readUIntLE(8, 6) };
}
