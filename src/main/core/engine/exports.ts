import type { ExportSource } from '../reports/source';
import { paced, type Turn } from './in-steps';

/** Large enough that crossing the threads costs nothing, small enough to be given up in a moment. */
const PIECE_BYTES = 256 * 1024;
/** Exports left open by a caller that went away are forgotten past this many. */
const MOST_OPEN = 20;

type Steps = ExportSource['steps'];

/** `null`: that was all. `gone`: it cannot be gone on with. */
export type NextPiece = { bytes: Uint8Array; done: number } | 'gone' | null;

/** Exports in progress, between their pieces. */
export class OpenExports {
  #open = new Map<number, Steps>();
  #nextId = 1;

  open(steps: Steps): number {
    const id = this.#nextId++;
    this.#open.set(id, steps);
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= MOST_OPEN) break;
      this.close(oldest);
    }
    return id;
  }

  /**
   * Works step by step until there is enough for a piece.
   * @param turn waits before each step until it may ask the database
   */
  async next(id: number, turn: Turn): Promise<NextPiece> {
    const contents: Uint8Array[] = [];
    let bytes = 0;
    let done = 0;
    const myTurn = paced(turn);
    for (;;) {
      await myTurn();
      // Looked up anew each time: whoever closes it, or replaces the database, does so between two steps.
      const steps = this.#open.get(id);
      if (!steps) return 'gone';
      const step = await steps.next();
      if (step.done === true) break;
      done = step.value.done;
      const { content } = step.value;
      const encoded = typeof content === 'string' ? Buffer.from(content) : content;
      contents.push(encoded);
      bytes += encoded.byteLength;
      if (bytes >= PIECE_BYTES) break;
    }
    return bytes === 0 ? null : { bytes: Buffer.concat(contents), done };
  }

  close(id: number): void {
    const steps = this.#open.get(id);
    this.#open.delete(id);
    void steps?.return?.();
  }

  /** For when the database goes: nothing of it is asked any more. */
  closeAll(): void {
    for (const id of [...this.#open.keys()]) this.close(id);
  }
}
