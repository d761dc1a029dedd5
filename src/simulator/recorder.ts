import { addPerson, averageStayMs, copyTally, emptyTally, tallyOf, type Tally } from './tally';
import type { DataMode, EpochMs, PersonEvent } from './types';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** One flow report (V1.9 §2.2). Instants are those of the camera's clock. */
export interface FlowReport {
  /** Order in which the camera made them. */
  sequence: number;
  mode: DataMode;
  startMs: EpochMs;
  endMs: EpochMs;
  /** When it was made. */
  timeMs: EpochMs;
  /** Add: of the window. Total: counters since boot. */
  figures: Tally;
  averageStayMs: number;
  /** Who passed since the previous report, in either mode; in true time. */
  events: PersonEvent[];
  /** Camera clock minus true time at that moment. */
  clockErrorMs: number;
}

export interface UploadSettings {
  /** Minutes per report, 0 = at once. */
  intervalMinutes: number;
  mode: DataMode;
}

export interface RecorderOptions {
  settings: UploadSettings;
  /** See {@link FlowReport}. */
  clockErrorMs: number;
  /** Whether a Total report gives the time of boot as its start (or else that of the previous report). */
  startsAtBoot: boolean;
  emit(report: FlowReport): void;
}

/**
 * Turns passing people into reports, on the camera's own clock: at once (a group that passes within
 * a second is one report) or one report per aligned window. Knows nothing of sending.
 */
export class Recorder {
  /** Whether a minute without people is reported too in real-time mode. */
  vouchesForQuietMinutes = false;
  readonly #options: RecorderOptions;
  #settings: UploadSettings;
  #pending: UploadSettings | undefined;
  #sequence = 0;
  readonly #bootMs: EpochMs;
  #windowStartMs: EpochMs;
  #nextMinuteMs: EpochMs;
  #groupEndsMs = Infinity;
  #isMinuteQuiet: boolean;
  #events: PersonEvent[] = [];
  #counters = emptyTally();
  #clockErrorMs: number;

  /** @param startMs first instant it vouches for, on the camera's clock */
  constructor(startMs: EpochMs, options: RecorderOptions) {
    this.#options = options;
    this.#settings = options.settings;
    this.#clockErrorMs = options.clockErrorMs;
    this.#bootMs = startMs - minuteMs;
    this.#windowStartMs = startMs;
    this.#nextMinuteMs = minuteAfter(startMs);
    if (options.settings.mode === 'Total') this.#baseline(startMs);
    this.#isMinuteQuiet = true;
  }

  /** When {@link closeAt} is to be called next. */
  get nextCloseMs(): EpochMs {
    return Math.min(this.#groupEndsMs, this.#nextMinuteMs);
  }

  get settings(): UploadSettings {
    return this.#pending ?? this.#settings;
  }

  /** Takes effect when the current minute is over, so that windows of the old and the new kind do not overlap. */
  set settings(settings: UploadSettings) {
    this.#pending = settings;
  }

  /** Counts a person (in true time) who, by the camera's clock, passed before {@link nextCloseMs}. */
  count(event: PersonEvent): void {
    this.#events.push(event);
    addPerson(this.#counters, event);
    if (this.#settings.intervalMinutes > 0 || this.#groupEndsMs !== Infinity) return;
    this.#groupEndsMs = (Math.floor((event.atMs + this.#clockErrorMs) / secondMs) + 1) * secondMs;
  }

  /** Closes what ends at `atMs` = {@link nextCloseMs}: a group, a minute, a window. */
  closeAt(atMs: EpochMs): void {
    const minuteStartMs = this.#nextMinuteMs - minuteMs;
    if (atMs === this.#groupEndsMs) this.#emitGroup();
    if (atMs !== this.#nextMinuteMs) return;
    const { intervalMinutes, mode } = this.#settings;
    if (intervalMinutes === 0) {
      // Counters are also read at every full minute, so that a step never reaches over a quarter hour.
      const isDue = this.#isMinuteQuiet || mode === 'Total';
      if (isDue && this.vouchesForQuietMinutes) this.#emit(minuteStartMs, atMs, atMs);
    } else if (atMs % (intervalMinutes * minuteMs) === 0) {
      this.#emit(this.#windowStartMs, atMs, atMs);
      this.#windowStartMs = atMs;
    }
    this.#nextMinuteMs = atMs + minuteMs;
    if (this.#pending !== undefined) this.#apply(this.#pending, atMs);
    this.#isMinuteQuiet = true;
  }

  /** Reports what has not been reported yet, up to `atMs` (at most {@link nextCloseMs}). */
  flush(atMs: EpochMs): void {
    const endMs = Math.floor(atMs / secondMs) * secondMs;
    if (this.#settings.intervalMinutes > 0) {
      if (endMs > this.#windowStartMs) this.#emit(this.#windowStartMs, endMs, endMs);
      this.#windowStartMs = endMs;
    } else if (this.#groupEndsMs !== Infinity) {
      this.#emitGroup();
    }
  }

  /** The camera's clock is set: what was counted by the old time is reported by the old time. */
  setClock(oldMs: EpochMs, clockErrorMs: number): void {
    this.flush(oldMs);
    const newMs = oldMs + clockErrorMs - this.#clockErrorMs;
    this.#clockErrorMs = clockErrorMs;
    this.#windowStartMs = Math.floor(newMs / secondMs) * secondMs;
    this.#nextMinuteMs = minuteAfter(newMs);
  }

  #apply(settings: UploadSettings, atMs: EpochMs): void {
    this.#pending = undefined;
    const isNewMode = settings.mode !== this.#settings.mode;
    if (isNewMode || settings.intervalMinutes !== this.#settings.intervalMinutes) {
      this.flush(atMs);
      this.#windowStartMs = atMs;
    }
    this.#settings = settings;
    // Receivers count steps between counters: the first reading only tells where they begin.
    if (isNewMode && settings.mode === 'Total') this.#baseline(atMs);
  }

  #baseline(atMs: EpochMs): void {
    this.#emit(atMs - secondMs, atMs, atMs);
  }

  /** At once: the window is the minute in which people passed; a counter is read when they have. */
  #emitGroup(): void {
    const endMs = this.#settings.mode === 'Total' ? this.#groupEndsMs : this.#nextMinuteMs;
    this.#emit(this.#nextMinuteMs - minuteMs, endMs, this.#groupEndsMs);
  }

  #emit(windowStartMs: EpochMs, endMs: EpochMs, timeMs: EpochMs): void {
    const { mode } = this.#settings;
    const startsAtBoot = mode === 'Total' && this.#options.startsAtBoot;
    const window = tallyOf(this.#events);
    this.#options.emit({
      sequence: (this.#sequence += 1),
      mode,
      startMs: startsAtBoot ? this.#bootMs : windowStartMs,
      endMs,
      timeMs,
      figures: mode === 'Total' ? copyTally(this.#counters) : window,
      averageStayMs: averageStayMs(window),
      events: this.#events,
      clockErrorMs: this.#clockErrorMs,
    });
    this.#events = [];
    this.#groupEndsMs = Infinity;
    this.#isMinuteQuiet = false;
  }
}

function minuteAfter(atMs: EpochMs): EpochMs {
  return (Math.floor(atMs / minuteMs) + 1) * minuteMs;
}
