import { randomUUID } from 'node:crypto';
import type { Alert } from '../../core/alerts/types';
import type { Clock, EpochMs } from '../../core/types';
import { networkProblem } from '../network-problem';
import { Pause, pauseAfter, type BackOff } from '../pause';
import type { Running } from '../outlet';
import type { StatusKeeper } from '../status-keeper';
import { post, type WebhookTarget } from './post';
import { sentenceOf } from './sentence';

/** Older ones make room: what matters is how things are now. */
const mostWaiting = 100;
/** An alert that comes later is no alert any more. */
const worthForMs = 60 * 60_000;

interface Waiting {
  id: string;
  at: EpochMs;
  body: string;
}

/**
 * Posts alerts, one after the other and each until it has arrived or is too old. They wait in memory only: after
 * a start everything is looked at anew, and what is still so is told of again.
 */
export class WebhookSender implements Running {
  #waiting: Waiting[] = [];
  #isStopped = false;
  #pause = new Pause();
  #work: Promise<void> | null = null;

  constructor(
    private readonly target: WebhookTarget,
    private readonly clock: Clock,
    private readonly status: StatusKeeper,
    private readonly backOff: BackOff = { firstMs: 2_000, mostMs: 5 * 60_000 },
  ) {
    // There is no connection to wait for.
    status.working();
  }

  tell(alert: Alert, at: EpochMs): void {
    const id = randomUUID();
    const body = JSON.stringify({ id, at: new Date(at).toISOString(), text: sentenceOf(alert), alert });
    this.#waiting.push({ id, at, body });
    if (this.#waiting.length > mostWaiting) this.#waiting.shift();
    this.#work ??= this.#run().finally(() => (this.#work = null));
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#pause.end();
    await this.#work;
  }

  async #run(): Promise<void> {
    for (let failures = 0; !this.#isStopped;) {
      const now = this.clock.now();
      this.#waiting = this.#waiting.filter(({ at }) => Math.abs(now - at) < worthForMs);
      const [next] = this.#waiting;
      if (!next) return;
      try {
        await post(this.target, next.id, next.body, now);
        this.#waiting = this.#waiting.filter((each) => each !== next);
        this.status.delivered();
        failures = 0;
      } catch (error) {
        this.status.trouble(networkProblem(error) ?? 'other');
        await this.#pause.wait(pauseAfter(++failures, this.backOff));
      }
    }
  }
}
