import { crc32c } from './crc32c';

/** First bytes of every segment; the two digits are the format's version. */
export const SEGMENT_MAGIC = Buffer.from('FOYERJ01', 'latin1');

/** length u32 · crc32c u32 (over sequence and payload) · sequence u64, all little-endian. */
export const RECORD_HEADER_BYTES = 16;

/** Longer than any message the listener lets in. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

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

/** Encodes records into one buffer, so that a group is one write. */
export function encodeRecords(records: readonly JournalRecord[]): Buffer {
  const bytes = records.reduce((sum, record) => sum + RECORD_HEADER_BYTES + record.payload.byteLength, 0);
  const buffer = Buffer.allocUnsafe(bytes);
  let offset = 0;
  for (const { sequence, payload } of records) {
    buffer.writeUInt32LE(payload.byteLength, offset);
    buffer.writeBigUInt64LE(BigInt(sequence), offset + 8);
    buffer.set(payload, offset + RECORD_HEADER_BYTES);
    const end = offset + RECORD_HEADER_BYTES + payload.byteLength;
    buffer.writeUInt32LE(crc32c(buffer.subarray(offset + 8, end)), offset + 4);
    offset = end;
  }
  return buffer;
}

export interface SegmentReading {
  records: JournalRecord[];
  /** Stretches that hold no valid record, by offset. */
  damaged: { offset: number; bytes: number }[];
  /** Bytes at the end that a write did not finish. */
  tornBytes: number;
}

/**
 * Reads a segment. A damaged record is passed over and the next valid one looked for, so that damage
 * costs only what it hit; invalid bytes at the very end are a write that was cut off.
 */
export function readSegment(bytes: Uint8Array): SegmentReading {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reading: SegmentReading = { records: [], damaged: [], tornBytes: 0 };
  const hasMagic = buffer.subarray(0, SEGMENT_MAGIC.length).equals(SEGMENT_MAGIC);
  let offset = hasMagic ? SEGMENT_MAGIC.length : 0;
  while (offset < buffer.length) {
    const record = recordAt(buffer, offset);
    if (record) {
      reading.records.push(record);
      offset += RECORD_HEADER_BYTES + record.payload.byteLength;
      continue;
    }
    let next = offset + 1;
    while (next < buffer.length && !recordAt(buffer, next)) next++;
    if (next >= buffer.length) reading.tornBytes = buffer.length - offset;
    else reading.damaged.push({ offset, bytes: next - offset });
    offset = next;
  }
  return reading;
}

function recordAt(buffer: Buffer, offset: number): JournalRecord | null {
  const payloadStart = offset + RECORD_HEADER_BYTES;
  if (payloadStart > buffer.length) return null;
  const length = buffer.readUInt32LE(offset);
  // No payload is empty, so a stretch of zeros is not taken for a row of records.
  if (length === 0 || length > MAX_PAYLOAD_BYTES || payloadStart + length > buffer.length) return null;
  // Cheaper than the checksum, and enough to rule out nearly every wrong offset.
  if (buffer.readUInt16LE(offset + 14) !== 0) return null;
  const end = payloadStart + length;
  if (crc32c(buffer.subarray(offset + 8, end)) !== buffer.readUInt32LE(offset + 4)) return null;
  return {
    sequence: Number(buffer.readBigUInt64LE(offset + 8)),
    payload: buffer.subarray(payloadStart, end),
  };
}
