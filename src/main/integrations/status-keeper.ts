import type { IntegrationProblem, IntegrationStatus } from '#shared/domain';
import type { Clock, EpochMs, Log } from '../core/types';

type State = IntegrationStatus['state'];

/** How one of the ways out is doing. A change is worth one line in the log; what is sent never is. */
export class StatusKeeper {
  #state: State = 'off';
  #problem: IntegrationProblem | null = null;
  #since: EpochMs | null = null;
  #lastDelivered: EpochMs | null = null;

  constructor(
    private readonly title: string,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  off(): void {
    this.#change('off', null);
    this.#lastDelivered = null;
  }

  waiting(): void {
    this.#change('waiting', null);
  }

  working(): void {
    this.#change('working', null);
  }

  delivered(): void {
    this.#lastDelivered = this.clock.now();
    this.working();
  }

  trouble(problem: IntegrationProblem): void {
    this.#change('trouble', problem);
  }

  get(waiting: number | null): IntegrationStatus {
    const iso = (at: EpochMs | null) => (at === null ? null : new Date(at).toISOString());
    return {
      state: this.#state,
      problem: this.#problem,
      since: iso(this.#since),
      lastDelivered: iso(this.#lastDelivered),
      waiting,
    };
  }

  #change(state: State, problem: IntegrationProblem | null): void {
    if (state === this.#state && problem === this.#problem) return;
    this.#state = state;
    this.#problem = problem;
    this.#since = state === 'off' ? null : this.clock.now();
    if (problem !== null) this.log.warn(`${this.title}: trouble (${problem}); it is tried again`);
    else this.log.info(`${this.title}: ${state}`);
  }
}
