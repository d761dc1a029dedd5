import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { FoyerEvent } from '#shared/contract';
import { ReplacedError } from './in-steps';
import { doneWithin } from './in-time';
import { lockFolder } from '../storage/folder-lock';
import { nodeFileSystem, type FileSystem } from '../storage/file-system';
import { refused } from '../ingest/replies';
import { DataFolderError, type CameraReply, type Clock, type Log } from '../types';
import { Engine, type EngineOptions } from './engine';
import { OpenExports } from './exports';
import type { Cost } from './costs';
import { receiveInPieces } from './pieces';
import type { ArrivedPost } from './receive';
import { Upkeep } from './upkeep';
import { runTask, type MaintenanceTasks, type TaskName } from './maintenance';
import { requestHandlers, type RequestName } from './requests';
import type { Refused } from '../storage/refused-list';
import type { Checkpointer } from '../storage/snapshots';
import { toInstant } from '../time/zone';

/** Events wait for at least this long, and longer where working them out takes long: reports go first. */
const EVENT_DELAY_MS = 20;
const EVENT_DELAY_PER_COST = 19;
const MOST_EVENT_DELAY_MS = 200;
const TICK_MS = 5000;
/** Where messages come without a pause, the rest has its turn after that time all the same. */
const LONGEST_PRECEDENCE_MS = 25;
/** While messages come in, what takes long leaves the processor to them for most of the time. */
const BUSY_MS = 100;
const REST_MS = 3;

interface Waiting {
  post: ArrivedPost;
  reply(reply: CameraReply): void;
}

/**
 * Keeps an engine going: groups what arrives together, sends events shortly after, looks at the clock now
 * and then, writes snapshots when they are due. Runs in the storage thread, or in a test's own.
 */
export class EngineHost {
  #waiting: Waiting[] = [];
  #isScheduled = false;
  #receivedAtMs = -Infinity;
  #eventTimer: NodeJS.Timeout | null = null;
  #eventDelayMs = EVENT_DELAY_MS;
  #tickTimer: NodeJS.Timeout;
  #handlers: ReturnType<typeof requestHandlers>;
  readonly #exports = new OpenExports();
  #isClosed = false;

  /** Set while the database is replaced: whoever comes waits for it. */
  #reopening: Promise<void> | null = null;
  #upkeep: Upkeep;
  /** The last piece of work on whole databases; the next one waits for it. */
  #tasks: Promise<unknown> = Promise.resolve();

  private constructor(
    private engine: Engine,
    private readonly reopen: () => Promise<Engine>,
    private readonly clock: Clock,
    private readonly send: (events: FoyerEvent[]) => void,
    private readonly unlock: () => Promise<void>,
  ) {
    this.#handlers = this.#handlersOf(engine);
    this.#upkeep = new Upkeep(clock.now());
    this.#tickTimer = setInterval(() => this.#look(), TICK_MS);
    this.#tickTimer.unref();
  }

  /** @throws DataFolderError if the folder is in use or cannot be used */
  static async open(
    options: EngineOptions,
    clock: Clock,
    log: Log,
    send: (events: FoyerEvent[]) => void,
    fs: FileSystem = nodeFileSystem,
    checkpointer: Checkpointer | null = null,
  ): Promise<EngineHost> {
    makeFolder(fs, options.folder);
    const unlock = await lockFolder(options.folder);
    if (!unlock) {
      const message = `Another Foyer is already running on ${options.folder}. Close it first.`;
      throw new DataFolderError('locked', message);
    }
    try {
      const open = () => Engine.open({ ...options, now: clock.now() }, fs, log, checkpointer);
      return new EngineHost(await open(), open, clock, send, unlock);
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  receive(post: ArrivedPost): Promise<CameraReply> {
    return receiveInPieces(post, this.engine.costs, (piece) => this.#receiveOne(piece));
  }

  /** Everything that comes in before the thread is free again becomes one group with one fsync. */
  #receiveOne(post: ArrivedPost): Promise<CameraReply> {
    if (this.#isClosed)
      return Promise.resolve(refused(2, 'Foyer is closing. Please send it again later.', '', post.at));
    return new Promise((reply) => {
      this.#waiting.push({ post, reply });
      if (this.#isScheduled) return;
      this.#isScheduled = true;
      setImmediate(() => this.flush());
    });
  }

  flush(): void {
    this.#isScheduled = false;
    if (this.#reopening) return;
    const group = this.#waiting;
    if (group.length === 0) return;
    this.#waiting = [];
    this.#receivedAtMs = performance.now();
    void this.#receive(group);
  }

  async #receive(group: readonly Waiting[]): Promise<void> {
    const replies = await this.engine.receive(group.map(({ post }) => post));
    for (const [i, { reply }] of group.entries()) {
      const given = replies[i];
      if (given) reply(given);
    }
    this.#afterChange();
  }

  /** @returns the answer, or a promise of it while the database is being replaced */
  request(name: RequestName, params: unknown, now: number): unknown {
    const busy = this.#reopening ?? this.engine.settling;
    if (busy) return busy.then(() => this.request(name, params, now));
    // What was sent before a question is counted in its answer.
    this.flush();
    this.engine.prepareForQuestions();
    const result = (this.#handlers[name] as (params: unknown, now: number) => unknown)(params, now);
    if (name === 'command') return Promise.resolve(result).finally(() => this.#afterChange());
    if (!(result instanceof Promise)) return result;
    return result.catch((error: unknown) => {
      if (error instanceof ReplacedError) return this.request(name, params, now);
      throw error;
    });
  }

  /** Work on whole databases, one after the other. */
  maintain<N extends TaskName>(
    name: N,
    params: MaintenanceTasks[N][0],
    now: number,
  ): Promise<MaintenanceTasks[N][1]> {
    const done = this.#tasks.then(() => {
      this.flush();
      const reopenAfter = (work: () => Promise<void>) => this.#reopenAfter(work);
      return runTask({ engine: this.engine, reopenAfter }, name, params, now);
    });
    this.#tasks = done.catch(() => undefined);
    return done;
  }

  /** How long whose messages kept the thread busy since the last time. */
  takeCosts(): Cost[] {
    return this.engine.costs.take();
  }

  noteRefusal(refusal: Refused): void {
    this.engine.noteRefusal(refusal);
    this.#afterChange();
  }

  /** What came in before is in it. @returns whether everything is on disk */
  async snapshot(now: number): Promise<boolean> {
    if (this.#isClosed) return false;
    await this.#reopening;
    this.flush();
    await this.engine.snapshot(now);
    return this.engine.problem === null;
  }

  /** The same at leisure, while messages go on being answered. */
  async checkpoint(now: number): Promise<void> {
    if (!this.#isClosed && !this.#reopening) await this.engine.checkpoint(now);
  }

  async close(now: number): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#tickTimer);
    if (this.#eventTimer) clearTimeout(this.#eventTimer);
    await this.#reopening;
    this.flush();
    await this.engine.snapshot(now);
    this.#exports.closeAll();
    this.engine.files.close();
    await this.unlock();
  }

  async #reopenAfter(work: () => Promise<void>): Promise<void> {
    let done: () => void = () => undefined;
    this.#reopening = new Promise((resolve) => (done = resolve));
    try {
      await work();
      this.#exports.closeAll();
      this.engine.files.close();
      this.engine = await this.reopen();
      this.#handlers = this.#handlersOf(this.engine);
      this.send([{ name: 'replaced', data: { at: toInstant('UTC', this.clock.now()) } }]);
    } finally {
      this.#reopening = null;
      done();
      this.flush();
      this.#afterChange();
    }
  }

  #handlersOf(engine: Engine): ReturnType<typeof requestHandlers> {
    return requestHandlers(engine, this.#exports, () => this.#reportsFirst(engine));
  }

  /** Lets the messages that are there, or on their way to the disk, be answered before something long goes on. */
  async #reportsFirst(engine: Engine): Promise<boolean> {
    await nextTurn();
    this.flush();
    if (engine.writing) await doneWithin(engine.writing, LONGEST_PRECEDENCE_MS);
    if (performance.now() - this.#receivedAtMs < BUSY_MS) await sleep(REST_MS);
    if (this.#reopening || engine !== this.engine) return false;
    engine.prepareForQuestions();
    return true;
  }

  #afterChange(): void {
    if (this.#isClosed) return;
    this.#eventTimer ??= setTimeout(() => this.#look(), this.#eventDelayMs);
  }

  #look(): void {
    if (this.#eventTimer) clearTimeout(this.#eventTimer);
    this.#eventTimer = null;
    if (this.#isClosed || this.#reopening) return;
    const startedAt = performance.now();
    // Looked at here rather than with each group: it asks the disk.
    if (this.engine.files.isSnapshotDue(this.clock.now())) void this.checkpoint(this.clock.now());
    this.#upkeep.doWhatIsDue(this.engine, this.clock.now());
    const events = this.engine.takeEvents(this.clock.now());
    if (events.length > 0) this.send(events);
    const costMs = performance.now() - startedAt;
    this.#eventDelayMs = Math.min(
      MOST_EVENT_DELAY_MS,
      Math.max(EVENT_DELAY_MS, EVENT_DELAY_PER_COST * costMs),
    );
  }
}

function makeFolder(fs: FileSystem, folder: string): void {
  try {
    fs.mkdir(folder);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DataFolderError('unwritable', `The data folder ${folder} cannot be made (${why}).`);
  }
}
