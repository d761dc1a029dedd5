import type { ExportSource } from '../reports/source';
import { paced, type Turn } from './in-steps';
import { PieceBuffer } from './piece-buffer';

/** Large enough that crossing the threads costs nothing, small enough to be given up in a moment. */
const PIECE_BYTES = 256 * 1024;
/** Exports left open by a caller that went away are forgotten past this many. */
const MOST_OPEN = 20;

type Steps = ExportSource['steps'];

/** `null`: that was all. `gone`: it cannot be gone on with. The bytes are written over by the piece after the next. */
export type NextPiece = { bytes: Uint8Array; done: number } | 'gone' | null;

interface Open {
  steps: Steps;
  /** The one that was filled last comes first: while one piece is worked out, the one before it is being written. */
  buffers: [PieceBuffer, PieceBuffer];
}

/** Exports in progress, between their pieces. */
export class OpenExports {
  #open = new Map<number, Open>();
  #nextId = 1;

  open(steps: Steps): number {
    const id = this.#nextId++;
    this.#open.set(id, { steps, buffers: [newBuffer(), newBuffer()] });
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
    const open = this.#open.get(id);
    if (!open) return 'gone';
    open.buffers.reverse();
    const [buffer] = open.buffers;
    buffer.clear();
    let done = 0;
    const myTurn = paced(turn);
    for (;;) {
      await myTurn();
      // Looked up anew each time: whoever closes it, or replaces the database, does so between two steps.
      if (!this.#open.has(id)) return 'gone';
      const step = await open.steps.next();
      if (step.done === true) break;
      done = step.value.done;
      buffer.append(step.value.content);
      if (buffer.length >= PIECE_BYTES) break;
    }
    return buffer.length === 0 ? null : { bytes: buffer.written, done };
  }

  close(id: number): void {
    const open = this.#open.get(id);
    this.#open.delete(id);
    void open?.steps.return?.();
  }

  /** For when the database goes: nothing of it is asked any more. */
  closeAll(): void {
    for (const id of [...this.#open.keys()]) this.close(id);
  }
}

/** A step is added to what is nearly a piece; text is given room for the longest that it can become. */
function newBuffer(): PieceBuffer {
  return new PieceBuffer(4 * PIECE_BYTES);
}
