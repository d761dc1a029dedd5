import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip, inflate, inflateRaw } from 'node:zlib';

export type BodyOutcome =
  | { kind: 'body'; bytes: Uint8Array }
  | { kind: 'too-large' }
  | { kind: 'too-slow' }
  /** The sender hung up; there is nobody left to answer. */
  | { kind: 'gone' };

export interface BodyLimits {
  /** Upper limit, before and after decompression. */
  maxBytes: number;
  /** From the end of the headers to the end of the body. */
  timeoutMs: number;
}

/**
 * Reads a request's body, decompressed when it says gzip or deflate.
 * After `too-large` and `too-slow` the rest of the body is still unread.
 */
export async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<BodyOutcome> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limits.maxBytes) return { kind: 'too-large' };
  const outcome = await collect(request, limits);
  const encoding = request.headers['content-encoding']?.trim().toLowerCase();
  if (outcome.kind !== 'body' || !encoding || encoding === 'identity') return outcome;
  return decompress(outcome.bytes, encoding, limits.maxBytes);
}

function collect(request: IncomingMessage, { maxBytes, timeoutMs }: BodyLimits): Promise<BodyOutcome> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const timer = setTimeout(() => {
      settle({ kind: 'too-slow' });
    }, timeoutMs);

    function settle(outcome: BodyOutcome): void {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onGone);
      request.pause();
      resolve(outcome);
    }
    function onData(chunk: Uint8Array): void {
      length += chunk.length;
      if (length > maxBytes) settle({ kind: 'too-large' });
      else chunks.push(chunk);
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

/** Always a copy: chunks are views of buffers that Node shares, and the result may move to another thread. */
function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
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
