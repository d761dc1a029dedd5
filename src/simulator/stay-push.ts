import { stayBody } from './messages';
import type { Receiver } from './receiver';
import type { EpochMs, PersonEvent } from './types';

/**
 * Tells who is under the camera whenever that changes (V1.9 §3). What did not arrive is not sent again: by then
 * others stand there.
 */
export class StayPush {
  readonly #sn: string;
  readonly #receiver: Receiver;
  #told: string | undefined;
  #isBusy = false;
  #notBeforeMs: EpochMs = 0;

  constructor(sn: string, receiver: Receiver) {
    this.#sn = sn;
    this.#receiver = receiver;
  }

  /**
   * @param atMs simulated time of the view
   * @param clockErrorMs what the camera's clock is off
   * @param realMs real time, for the pace
   * @param pauseMs shortest real time between two messages
   * @returns whether a message went out
   */
  tell(
    people: readonly PersonEvent[],
    atMs: EpochMs,
    clockErrorMs: number,
    realMs: EpochMs,
    pauseMs: number,
  ): boolean {
    const view = people.map((person) => `${person.atMs} ${person.id}`).join();
    if (view === this.#told || this.#isBusy || realMs < this.#notBeforeMs) return false;
    this.#told = view;
    this.#notBeforeMs = realMs + pauseMs;
    this.#isBusy = true;
    const inView = people.map((person) => ({
      id: person.id,
      heightCm: person.heightCm,
      stayMs: Math.max(0, Math.round(atMs - (person.atMs - person.stayMs))),
    }));
    void this.#receiver.post('dataUpload', stayBody(this.#sn, atMs + clockErrorMs, inView)).then(() => {
      this.#isBusy = false;
    });
    return true;
  }
}
