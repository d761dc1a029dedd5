import { tell, type Told } from '#shared/sentences';
import type { FoyerEvent } from '#shared/contract';
import { toInstant } from '../time/zone';
import type { CameraReply, Log } from '../types';
import type { Cost } from './costs';
import type { EngineOptions } from './engine';
import { EngineThread, type ThreadEnd, type ThreadListeners } from './engine-thread';
import { inTime } from './in-time';
import type { EngineLink, ToEngine } from './link';
import type { MaintenanceTasks, TaskName } from './maintenance';
import type { ArrivedPost } from './receive';
import type { RequestName, Requests } from './requests';
import { restartPauseMs, StorageThreadError, threadTrouble } from './thread-trouble';
import type { Refused } from '../storage/refused-list';

/** Systems that shut down give a program little more. */
const CLOSE_WITHIN_MS = 10_000;
/** A thread that has run for so long has nothing to do with how the one before it ended. */
const SETTLED_MS = 10 * 60_000;
/**
 * What an address is charged when the thread ended over its messages, as if it had kept the thread busy for as
 * long: one that does it again and again is held back by the listener, and nobody else.
 */
const CRASH_COST_MS = 60_000;

/**
 * The engine on a thread of its own. Should the thread end by a fault it is started anew, on what the journal
 * has; meanwhile everybody is turned away, so that cameras keep their counts.
 */
export class WorkerLink implements EngineLink {
  #thread: EngineThread | null = null;
  #failures = 0;
  #startedAtMs = 0;
  #timer: NodeJS.Timeout | null = null;
  /** The attempt that is being made. */
  #starting: Promise<void> | null = null;
  #isClosed = false;
  #listener: (events: FoyerEvent[]) => void = () => undefined;
  #costListener: (costs: Cost[]) => void = () => undefined;
  readonly #listeners: ThreadListeners = {
    onEvents: (events) => this.#listener(events),
    onCosts: (costs) => this.#costListener(costs),
  };

  private constructor(
    private readonly script: URL,
    private readonly options: EngineOptions,
    private readonly log: Log,
  ) {}

  /** @throws DataFolderError if the folder is in use or cannot be used */
  static async open(script: URL, options: EngineOptions, log: Log): Promise<WorkerLink> {
    const link = new WorkerLink(script, options, log);
    await link.#start(options);
    return link;
  }

  /** Why nothing can be counted at the moment. */
  get trouble(): Told | null {
    if (this.#thread) return null;
    return this.#isClosed ? tell('closing') : threadTrouble(this.#failures);
  }

  async receive(post: ArrivedPost): Promise<CameraReply> {
    return this.#orTrouble((thread) => thread.receive(post));
  }

  async request<N extends RequestName>(
    name: N,
    params: Requests[N][0],
    now: number,
  ): Promise<Requests[N][1]> {
    return (await this.#ask((id) => ({ type: 'request', id, name, params, now }))) as Requests[N][1];
  }

  async maintain<N extends TaskName>(
    name: N,
    params: MaintenanceTasks[N][0],
    now: number,
  ): Promise<MaintenanceTasks[N][1]> {
    return (await this.#ask((id) => ({ type: 'maintain', id, name, params, now }))) as MaintenanceTasks[N][1];
  }

  noteRefusal(refusal: Refused): void {
    this.#thread?.tell({ type: 'refusal', refusal });
  }

  onCosts(listener: (costs: Cost[]) => void): void {
    this.#costListener = listener;
  }

  onEvents(listener: (events: FoyerEvent[]) => void): void {
    this.#listener = listener;
  }

  async snapshot(now: number): Promise<boolean> {
    return (await this.#ask((id) => ({ type: 'snapshot', id, now }))) as boolean;
  }

  async close(now: number): Promise<void> {
    const closing = this.#ask((id) => ({ type: 'close', id, now }));
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    try {
      await inTime(closing, CLOSE_WITHIN_MS);
    } catch (error) {
      // The journal has all that was acknowledged; the next start takes a little longer.
      this.log.error('The storage could not end in order', error);
    }
    const end = async () => {
      await this.#starting;
      await this.#thread?.terminate();
    };
    // A thread that hangs in a call to a vanished disk cannot even be terminated: no waiting for that.
    await inTime(end(), CLOSE_WITHIN_MS).catch(() => undefined);
  }

  #ask(message: (id: number) => ToEngine): Promise<unknown> {
    return this.#orTrouble((thread) => thread.ask(message));
  }

  /** @throws StorageThreadError while there is no thread, or when it ends over this */
  async #orTrouble<T>(work: (thread: EngineThread) => Promise<T>): Promise<T> {
    const thread = this.#thread;
    if (!thread) throw new StorageThreadError(this.trouble ?? threadTrouble(0));
    try {
      return await work(thread);
    } catch (error) {
      if (thread.hasEnded) throw new StorageThreadError(threadTrouble(this.#failures + 1), error);
      throw error;
    }
  }

  async #start(options: EngineOptions): Promise<void> {
    const thread = await EngineThread.open(this.script, options, this.log, this.#listeners);
    this.#thread = thread;
    this.#startedAtMs = performance.now();
    void thread.ended.then((end) => this.#onEnd(end));
  }

  #onEnd({ cause, senders }: ThreadEnd): void {
    this.#thread = null;
    if (this.#isClosed) return;
    if (performance.now() - this.#startedAtMs > SETTLED_MS) this.#failures = 0;
    this.log.error('The storage thread ended by a fault and is started anew', cause);
    if (senders.length > 0) this.#costListener(senders.map((address) => [address, CRASH_COST_MS]));
    this.#startLater();
  }

  #startLater(): void {
    this.#failures++;
    this.#timer = setTimeout(() => (this.#starting = this.#startAnew()), restartPauseMs(this.#failures));
  }

  async #startAnew(): Promise<void> {
    if (this.#isClosed) return;
    try {
      await this.#start({ ...this.options, now: Date.now(), isGoingOn: true });
      this.log.warn('The storage thread runs again');
      // Whoever keeps something asks anew: nobody was told of anything meanwhile.
      this.#listener([{ name: 'replaced', data: { at: toInstant('UTC', Date.now()) } }]);
    } catch (error) {
      this.log.error('The storage thread could not be started anew', error);
      if (!this.#isClosed) this.#startLater();
    }
  }
}
