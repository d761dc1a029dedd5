import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip, inflate, inflateRaw } from 'node:zlib';

export type BodyOutcome =
  | { kind: 'body'; bytes: Uint8Array }
  | { kind: 'too-large' }
  | { kind: 'too-slow' }
  /** There was no place for so large a body in time. */
  | { kind: 'no-place' }
  /** The sender hung up; there is nobody left to answer. */
  | { kind: 'gone' };

export interface BodyLimits {
  /** Upper limit, before and after decompression. */
  maxBytes: number;
  /** From the end of the headers to the end of the body, not counting the wait for a place. */
  timeoutMs: number;
  /** Asked once, before more memory is used than {@link smallBytes} and before a body is unpacked. */
  place?: () => true | Promise<boolean>;
  smallBytes?: number;
}

/**
 * Reads a request's body, decompressed when it says gzip or deflate.
 * After every other outcome than `body` the rest of the body may still be unread.
 */
export async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<BodyOutcome> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limits.maxBytes) return { kind: 'too-large' };
  const outcome = (await whatCameAtOnce(request, announced, limits)) ?? (await collect(request, limits));
  const encoding = request.headers['content-encoding']?.trim().toLowerCase();
  if (outcome.kind !== 'body' || !encoding || encoding === 'identity') return outcome;
  const isLarge = outcome.bytes.length > smallBytesOf(limits);
  if (!isLarge && limits.place && !(await limits.place())) return { kind: 'no-place' };
  return decompress(outcome.bytes, encoding, limits.maxBytes);
}

/**
 * A report mostly comes in one packet with its headers. Then it is there as soon as the packet is parsed, and
 * needs neither a time limit nor the listeners that make up most of the cost of reading it.
 */
async function whatCameAtOnce(
  request: IncomingMessage,
  announced: number,
  limits: BodyLimits,
): Promise<BodyOutcome | null> {
  if (announced === 0 || announced > smallBytesOf(limits)) return null;
  // The parser goes on with the packet when its callback for the headers has returned.
  await Promise.resolve();
  if (request.readableLength < announced) return null;
  const chunk = request.read() as Uint8Array | null;
  return { kind: 'body', bytes: joined(chunk ? [chunk] : [], chunk?.length ?? 0) };
}

function smallBytesOf({ place, smallBytes = Infinity }: BodyLimits): number {
  return place ? smallBytes : Infinity;
}

function collect(request: IncomingMessage, limits: BodyLimits): Promise<BodyOutcome> {
  const { maxBytes, timeoutMs, place } = limits;
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    let allowed = smallBytesOf(limits);
    const startTimer = () =>
      setTimeout(() => {
        settle({ kind: 'too-slow' });
      }, timeoutMs);
    let timer = startTimer();

    let isSettled = false;
    function settle(outcome: BodyOutcome): void {
      isSettled = true;
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onGone);
      request.pause();
      resolve(outcome);
    }
    function onData(chunk: Uint8Array): void {
      length += chunk.length;
      if (length > maxBytes) return settle({ kind: 'too-large' });
      chunks.push(chunk);
      if (length > allowed) void waitForPlace();
    }
    async function waitForPlace(): Promise<void> {
      allowed = Infinity;
      // Unread, the rest stays with the sender.
      request.pause();
      clearTimeout(timer);
      const isGiven = await (place?.() ?? true);
      if (isSettled) return;
      if (!isGiven) return settle({ kind: 'no-place' });
      timer = startTimer();
      request.resume();
    }
    function onEnd(): void {
      settle({ kind: 'body', bytes: joined(chunks, length) });
    }
    function onGone(): void {
      settle({ kind: 'gone' });
    }
    request.on('data', onData).on('end', onEnd).on('close', onGone).on('error', onGone);
  });
}

/** In a buffer of its own: a chunk may be a view of one that Node shares, and the result may move to another thread. */
function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1 && only.byteLength === only.buffer.byteLength) return only;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

type Decompressor = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

/** "deflate" means zlib by the book and raw deflate in many devices. */
const decompressors: Record<string, readonly Decompressor[]> = {
  gzip: [promisify(gunzip)],
  'x-gzip': [promisify(gunzip)],
  deflate: [promisify(inflate), promisify(inflateRaw)],
};

async function decompress(bytes: Uint8Array, encoding: string, maxBytes: number): Promise<BodyOutcome> {
  for (const unpack of decompressors[encoding] ?? []) {
    try {
      const unpacked = await unpack(bytes, { maxOutputLength: maxBytes });
      return { kind: 'body', bytes: joined([unpacked], unpacked.length) };
    } catch (error) {
      if (isTooLong(error)) return { kind: 'too-large' };
      // Otherwise the header lied; try the next reading of it.
    }
  }
  // As it came: whoever decodes it says what is wrong with it.
  return { kind: 'body', bytes };
}

function isTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
