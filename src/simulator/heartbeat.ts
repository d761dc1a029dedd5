import type { CameraClock } from './camera-clock';
import type { ClockReading, SimulatedClock } from './clock';
import { heartbeatBody } from './messages';
import type { Receiver } from './receiver';
import type { Reply } from './reply';
import type { EpochMs } from './types';

const minuteMs = 60_000;
/** They follow simulated minutes, but are never more frequent than this in real time. */
const shortestPauseMs = 500;

export interface HeartbeatOptions {
  sn: string;
  /** Position in the fleet, from 0. */
  index: number;
  clock: SimulatedClock;
  cameraClock: CameraClock;
  receiver: Receiver;
  onBeat(): void;
  /** @param roundTripMs how long the reply took */
  onReply(reply: Reply, reading: ClockReading, roundTripMs: number): void;
}

/** Calls the receiver every minute (V1.9 §2.1). The time it gives is the present, also while the camera catches up. */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #nextMs: EpochMs = Infinity;
  #isBusy = false;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** The first call. @returns when it is answered or has failed */
  async first(): Promise<void> {
    const { clock, index } = this.#options;
    await this.#beat(clock.read());
    // The cameras of a shop are not switched on in the same second.
    this.#nextMs = clock.read().realMs + this.#pauseMs() * (0.5 + ((index * 0.37) % 0.5));
  }

  beatIfDue(reading: ClockReading): void {
    if (reading.realMs < this.#nextMs || this.#isBusy) return;
    this.#nextMs = reading.realMs + this.#pauseMs();
    void this.#beat(reading);
  }

  #pauseMs(): number {
    return Math.max(this.#options.clock.realLengthMs(minuteMs), shortestPauseMs);
  }

  async #beat(reading: ClockReading): Promise<void> {
    const { sn, clock, cameraClock, receiver, onBeat, onReply } = this.#options;
    this.#isBusy = true;
    onBeat();
    const answer = await receiver.post('heartBeat', heartbeatBody(sn, cameraClock.presentMs(reading)));
    this.#isBusy = false;
    if (answer.kind !== 'reply') return;
    const answered = clock.read();
    onReply(answer.reply, answered, answered.realMs - reading.realMs);
  }
}
