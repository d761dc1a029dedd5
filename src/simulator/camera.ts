import { Books } from './books';
import { CameraClock } from './camera-clock';
import type { ClockReading, SimulatedClock } from './clock';
import { Delivery } from './delivery';
import { EventStream } from './event-stream';
import type { Faults } from './faults';
import { Heartbeat } from './heartbeat';
import { HistoryDesk } from './history-desk';
import type { CameraMemory } from './memory';
import { Outages } from './outages';
import type { Random } from './random';
import type { Receiver } from './receiver';
import { Recorder, type UploadSettings } from './recorder';
import type { ReplyData } from './reply';
import { StayPush } from './stay-push';
import type { DataMode, EpochMs } from './types';
import { Uploads } from './uploads';

const minuteMs = 60_000;
/** While catching up the view changes many times a second; nobody could follow. */
const catchUpStayMs = 1000;

export interface CameraOptions {
  sn: string;
  /** Position in the fleet, from 0. */
  index: number;
  clock: SimulatedClock;
  memory: CameraMemory;
  receiver: Receiver;
  faults: Faults;
  random: Random;
  /** Set at the camera itself: replies do not change it. */
  fixedMode: DataMode | undefined;
  /** How much of the past it delivers before anything else. */
  backfillMs: number;
}

/** One camera: people pass, it counts, reports, calls every minute and does what the replies say. */
export class Camera {
  readonly books: Books;
  readonly #options: CameraOptions;
  readonly #startMs: EpochMs;
  readonly #cameraClock: CameraClock;
  readonly #stream: EventStream;
  readonly #delivery: Delivery;
  readonly #uploads: Uploads;
  readonly #outages: Outages;
  readonly #stayPush: StayPush;
  readonly #heartbeat: Heartbeat;
  readonly #desk: HistoryDesk;
  #settings: UploadSettings;
  #recorder: Recorder | undefined;

  constructor(options: CameraOptions) {
    const { sn, index, clock, faults, memory, receiver, fixedMode } = options;
    this.#options = options;
    this.#startMs = Math.floor(clock.startMs / minuteMs) * minuteMs + faults.driftMs;
    this.#cameraClock = new CameraClock(faults);
    this.#stream = new EventStream(memory, this.#startMs);
    this.books = new Books(memory);
    const now = () => clock.read().realMs;
    this.#delivery = new Delivery({ post: (body) => receiver.post('dataUpload', body), now });
    this.#uploads = new Uploads({ sn, clock, faults, receiver, delivery: this.#delivery, books: this.books });
    this.#outages = new Outages(faults, clock.startMs);
    this.#stayPush = new StayPush(sn, receiver);
    this.#desk = new HistoryDesk(memory, this.#cameraClock, this.#uploads);
    this.#heartbeat = new Heartbeat({
      sn,
      index,
      clock,
      cameraClock: this.#cameraClock,
      receiver,
      onBeat: () => (this.books.heartbeats += 1),
      onReply: (reply, reading, roundTripMs) => {
        this.books.replies += 1;
        this.#delivery.receiverIsBack();
        if (reply.code === 0 && reply.data !== undefined) this.#obey(reply.data, reading, roundTripMs);
      },
    });
    this.#settings = { intervalMinutes: 0, mode: 'Add' };
    if (fixedMode !== undefined) this.#changeMode(fixedMode);
  }

  get pending(): number {
    return this.#delivery.pending;
  }

  /** Calls for the first time, delivers the past that was asked for, then begins to count. */
  async boot(): Promise<void> {
    const { clock, backfillMs, index } = this.#options;
    this.#cameraClock.jump(clock.read(), false);
    await this.#heartbeat.first();
    if (backfillMs > 0) await this.#desk.backfill(this.#startMs - backfillMs, this.#startMs);
    const { errorMs } = this.#cameraClock;
    this.#recorder = new Recorder(this.#startMs + errorMs, {
      settings: this.#settings,
      clockErrorMs: errorMs,
      startsAtBoot: index % 2 === 0,
      emit: (report) => {
        this.#uploads.flow(report);
      },
    });
  }

  /** Lives up to the present. To be called several times a second. */
  tick(reading: ClockReading): void {
    if (this.#recorder === undefined) return;
    this.#recorder.vouchesForQuietMinutes = !reading.caughtUp;
    const nowMs = this.#cameraClock.lineMs(reading);
    this.#record(this.#recorder, nowMs);
    if (this.#cameraClock.jump(reading, this.pending > 0)) this.#clockWasSet(reading, 0);
    if (!this.#cameraClock.isJumped) {
      this.#outages.advance(reading.simulatedMs, this.#delivery, this.#options.random);
    }
    if (this.#outages.isSilent) return;
    this.#heartbeat.beatIfDue(reading);
    const people = this.#stream.inView(nowMs);
    const pauseMs = reading.caughtUp ? 0 : catchUpStayMs;
    const { errorMs } = this.#cameraClock;
    if (this.#stayPush.tell(people, nowMs, errorMs, reading.realMs, pauseMs)) this.books.stays += 1;
    this.#delivery.pump();
  }

  /** Reports what is left and delivers what it can until the deadline (real time). */
  async stop(deadlineMs: EpochMs): Promise<void> {
    if (this.#recorder !== undefined) {
      const nowMs = this.#cameraClock.lineMs(this.#options.clock.read());
      this.#record(this.#recorder, nowMs);
      this.#recorder.flush(nowMs + this.#cameraClock.errorMs);
      // Nothing is counted after the last report, whatever a reply that is still on its way asks for.
      this.#recorder = undefined;
    }
    await this.#delivery.drain(deadlineMs);
    this.#delivery.close();
  }

  #record(recorder: Recorder, nowMs: EpochMs): void {
    for (;;) {
      const closeMs = recorder.nextCloseMs - this.#cameraClock.errorMs;
      const event = this.#stream.takeBefore(Math.min(closeMs, nowMs));
      if (event !== undefined) recorder.count(event);
      else if (closeMs <= nowMs) recorder.closeAt(recorder.nextCloseMs);
      else return;
    }
  }

  /** Does what a heartbeat reply asks for (V1.9 §2.1). */
  #obey(data: ReplyData, reading: ClockReading, roundTripMs: number): void {
    if (data.time !== undefined) {
      // Whoever has passed since the last tick passed by the clock of before.
      if (this.#recorder !== undefined) this.#record(this.#recorder, this.#cameraClock.lineMs(reading));
      const oldErrorMs = this.#cameraClock.errorMs;
      if (this.#cameraClock.heed(data.time * 1000, reading, roundTripMs))
        this.#clockWasSet(reading, oldErrorMs);
    }
    this.#settings = {
      ...this.#settings,
      intervalMinutes: data.uploadInterval ?? this.#settings.intervalMinutes,
    };
    if (data.dataMode !== undefined && this.#options.fixedMode === undefined) this.#changeMode(data.dataMode);
    if (this.#recorder !== undefined) this.#recorder.settings = this.#settings;
    if (data.history === undefined) return;
    void this.#desk.answer(data.history, this.#settings.intervalMinutes, reading);
  }

  #clockWasSet(reading: ClockReading, oldErrorMs: number): void {
    if (this.#recorder === undefined) return;
    const lineMs = this.#cameraClock.lineMs(reading);
    this.#recorder.setClock(lineMs + oldErrorMs, this.#cameraClock.errorMs);
  }

  #changeMode(mode: DataMode): void {
    if (mode === this.#settings.mode) return;
    this.#settings = { ...this.#settings, mode };
    this.#uploads.saysMode = true;
    this.#delivery.isInOrder = true;
  }
}
