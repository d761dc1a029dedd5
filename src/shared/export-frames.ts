/**
 * How the pages get a file over HTTP with its progress: frames, each with a head of two big-endian numbers (length
 * of the content, rows done) before its content. A frame without content says that the file is whole; without it
 * what was received is only a part.
 */
export const frameHeadBytes = 8;

export function frameHead(contentBytes: number, done: number): Uint8Array {
  const head = new Uint8Array(frameHeadBytes);
  const view = new DataView(head.buffer);
  view.setUint32(0, contentBytes);
  view.setUint32(4, done);
  return head;
}

/** Puts a file together again. */
export class FrameReader {
  /** The file so far, in parts. */
  readonly parts: Uint8Array<ArrayBuffer>[] = [];
  done = 0;
  isWhole = false;
  #head = new Uint8Array(frameHeadBytes);
  #headFilled = 0;
  #left = 0;

  /** Takes what came over the network, however it was cut. */
  take(received: Uint8Array): void {
    for (let at = 0; at < received.length;) {
      if (this.#left === 0) {
        const taken = received.subarray(at, at + frameHeadBytes - this.#headFilled);
        this.#head.set(taken, this.#headFilled);
        this.#headFilled += taken.length;
        at += taken.length;
        if (this.#headFilled === frameHeadBytes) this.#begin();
      } else {
        const content = received.slice(at, at + this.#left);
        this.parts.push(content);
        this.#left -= content.length;
        at += content.length;
      }
    }
  }

  #begin(): void {
    const view = new DataView(this.#head.buffer);
    this.#headFilled = 0;
    this.#left = view.getUint32(0);
    this.done = view.getUint32(4);
    if (this.#left === 0) this.isWhole = true;
  }
}
