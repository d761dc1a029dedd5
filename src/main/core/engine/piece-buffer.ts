/** A character of a string takes at most so many bytes as UTF-8. */
const MOST_BYTES_PER_CHARACTER = 3;

/**
 * What a file's pieces are put together in, one after the other. Both threads see the same memory: a piece that
 * crosses is not copied, and leaves nothing behind for either to collect, where all of a large file would have to be.
 */
export class PieceBuffer {
  #bytes: Buffer;
  #length = 0;

  /** @param capacity in bytes; it grows where that is not enough */
  constructor(capacity: number) {
    this.#bytes = Buffer.from(new SharedArrayBuffer(capacity));
  }

  /** In bytes. */
  get length(): number {
    return this.#length;
  }

  /** The next piece begins. Whoever still has the last one sees it being written over. */
  clear(): void {
    this.#length = 0;
  }

  /** @param content text is kept as UTF-8 */
  append(content: string | Uint8Array): void {
    if (typeof content === 'string') {
      this.#makeRoom(content.length * MOST_BYTES_PER_CHARACTER);
      this.#length += this.#bytes.write(content, this.#length);
    } else {
      this.#makeRoom(content.byteLength);
      this.#bytes.set(content, this.#length);
      this.#length += content.byteLength;
    }
  }

  /** What has been appended since it was cleared; the same memory, not a copy. */
  get written(): Uint8Array {
    return new Uint8Array(this.#bytes.buffer, 0, this.#length);
  }

  #makeRoom(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#bytes.byteLength) return;
    const larger = Buffer.from(new SharedArrayBuffer(Math.max(needed, 2 * this.#bytes.byteLength)));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
