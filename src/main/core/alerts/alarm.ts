import type { Clock, Core, EpochMs, Log } from '../types';
import { decide, startState, toldAddresses } from './decide';
import { factsOf, type Present } from './facts';
import type { Alert, AlertState } from './types';
import { watchPresent, type Watch } from './watch';

/** What outlives a start: lost addresses that the owner was told of. */
export interface ToldMemory {
  get(): readonly string[];
  put(addresses: string[]): void;
}

export interface AlarmDeps {
  core: Pick<Core, 'invoke' | 'subscribe'>;
  clock: Clock;
  log: Log;
  /** Left out: each start tells anew. */
  told?: ToldMemory;
}

/** Watches over cameras, shops and disk, with a window and without, and tells whoever listens what is worth it. */
export class Alarm {
  #state: AlertState;
  #listeningSince: EpochMs;
  readonly #watch: Watch;
  readonly #onLook = new Set<(present: Present) => void>();
  readonly #onAlert = new Set<(alert: Alert, at: EpochMs) => void>();

  constructor(private readonly deps: AlarmDeps) {
    const { core, clock, log, told } = deps;
    this.#state = startState(told?.get() ?? []);
    this.#listeningSince = clock.now();
    this.#watch = watchPresent({
      core,
      log,
      onLook: (present) => {
        this.#look(present);
      },
    });
  }

  /** Tells how things are, whenever they are looked at; before the alerts that come of it. */
  onLook(listener: (present: Present) => void): void {
    this.#onLook.add(listener);
  }

  onAlert(listener: (alert: Alert, at: EpochMs) => void): void {
    this.#onAlert.add(listener);
  }

  /** Looks now. Never rejects. */
  look(): Promise<void> {
    return this.#watch.look();
  }

  /** This computer slept: nobody could be heard meanwhile. */
  resumed(): void {
    this.#listeningSince = this.deps.clock.now();
    void this.look();
  }

  stop(): void {
    this.#watch.stop();
  }

  #look(present: Present): void {
    for (const listener of this.#onLook) listener(present);
    const now = this.deps.clock.now();
    const verdict = decide(this.#state, factsOf(present, this.#listeningSince), now);
    this.#state = verdict.state;
    this.deps.told?.put(toldAddresses(this.#state));
    for (const alert of verdict.alerts) for (const listener of this.#onAlert) listener(alert, now);
  }
}
