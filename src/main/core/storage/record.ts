import type { CameraEndpoint, EpochMs } from '../types';

/** What a journal record says: a POST that was accepted, or something the owner did. */
export type LogRecord = PostRecord | { kind: 'command'; at: EpochMs; name: string; params: unknown };

interface PostRecord {
  kind: 'post';
  at: EpochMs;
  endpoint: CameraEndpoint;
  address: string;
  called?: string | undefined;
  body: Uint8Array;
}

const HEAD_LENGTH_BYTES = 4;
const nothing = new Uint8Array();

/** head length u32 · head as JSON · body as it came. */
export function encodeRecord(record: LogRecord): Uint8Array {
  const isPost = record.kind === 'post';
  const head = JSON.stringify(isPost ? headOf(record) : record);
  const body = isPost ? record.body : nothing;
  const headBytes = Buffer.byteLength(head);
  const bytes = Buffer.allocUnsafe(HEAD_LENGTH_BYTES + headBytes + body.byteLength);
  bytes.writeUInt32LE(headBytes, 0);
  bytes.write(head, HEAD_LENGTH_BYTES);
  bytes.set(body, HEAD_LENGTH_BYTES + headBytes);
  return bytes;
}

/** @throws SyntaxError or RangeError for bytes that {@link encodeRecord} did not make */
export function decodeRecord(bytes: Uint8Array): LogRecord {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bodyStart = HEAD_LENGTH_BYTES + buffer.readUInt32LE(0);
  const head = JSON.parse(buffer.toString('utf8', HEAD_LENGTH_BYTES, bodyStart)) as LogRecord;
  if (head.kind === 'post') head.body = buffer.subarray(bodyStart);
  return head;
}

/** Without the body. JSON leaves out what is undefined. */
function headOf({ kind, at, endpoint, address, called }: PostRecord): Omit<PostRecord, 'body'> {
  return { kind, at, endpoint, address, called };
}
