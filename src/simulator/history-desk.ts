import { setImmediate } from 'node:timers/promises';
import type { CameraClock } from './camera-clock';
import type { ClockReading } from './clock';
import { historyMessages, hourMs, pieceLengthMs, type HistoryRequest } from './history';
import type { CameraMemory } from './memory';
import type { EpochMs } from './types';
import type { Uploads } from './uploads';

/** Tells of the past: when asked, and once at the beginning where that is wanted. */
export class HistoryDesk {
  readonly #memory: CameraMemory;
  readonly #cameraClock: CameraClock;
  readonly #uploads: Uploads;
  /** Requests whose answer is on its way: receivers ask again until it has come. */
  readonly #open = new Set<string>();

  constructor(memory: CameraMemory, cameraClock: CameraClock, uploads: Uploads) {
    this.#memory = memory;
    this.#cameraClock = cameraClock;
    this.#uploads = uploads;
  }

  /** Hourly items of a stretch of the camera's time line. */
  backfill(fromMs: EpochMs, toMs: EpochMs): Promise<void> {
    return this.#tell({ fromMs, toMs }, hourMs, toMs);
  }

  /** @param request by the receiver's clock, which the camera's follows */
  async answer(request: HistoryRequest, uploadIntervalMinutes: number, reading: ClockReading): Promise<void> {
    // A camera that does not know the time cannot say what it counted when.
    if (this.#cameraClock.isJumped) return;
    const key = `${request.fromMs} ${request.toMs}`;
    if (this.#open.has(key)) return;
    this.#open.add(key);
    const { errorMs } = this.#cameraClock;
    const window = { fromMs: request.fromMs - errorMs, toMs: request.toMs - errorMs };
    const pieceMs = pieceLengthMs(window, uploadIntervalMinutes);
    // A camera that delivers late has counted up to the present all the same.
    await this.#tell(window, pieceMs, this.#cameraClock.presentMs(reading) - errorMs, () => {
      this.#open.delete(key);
    });
  }

  async #tell(window: HistoryRequest, pieceMs: number, nowMs: EpochMs, onEnd?: () => void): Promise<void> {
    for (const items of historyMessages(this.#memory, window, pieceMs, nowMs)) {
      this.#uploads.history(items, this.#cameraClock.errorMs, onEnd);
      // Making up days is work: the other cameras have their turn in between.
      await setImmediate();
    }
  }
}
