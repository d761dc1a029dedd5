import type { FoyerEvent } from '#shared/contract';
import { ReplacedError } from './in-steps';
import { lockFolder, makeFolder } from '../storage/folder-lock';
import { nodeFileSystem, type FileSystem } from '../storage/file-system';
import { refused } from '../ingest/replies';
import { DataFolderError, type CameraReply, type Clock, type Log } from '../types';
import { Engine, type EngineOptions } from './engine';
import { OpenExports } from './exports';
import type { Cost } from './costs';
import { EventPace } from './event-pace';
import { receiveInPieces } from './pieces';
import { Precedence } from './precedence';
import type { ArrivedPost } from './receive';
import { takesLong } from './takes-long';
import { Upkeep } from './upkeep';
import { runTask, type MaintenanceTasks, type TaskName } from './maintenance';
import { requestHandlers, type RequestName } from './requests';
import type { Refused } from '../storage/refused-list';
import type { Checkpointer } from '../storage/snapshots';
import { toInstant } from '../time/zone';

const TICK_MS = 5000;
const CLOSING = 'Foyer is closing. Please send it again later.';

/** What arrived together. */
interface Waiting {
  posts: readonly ArrivedPost[];
  reply(replies: CameraReply[]): void;
}

/**
 * Keeps an engine going: groups what arrives together, sends events shortly after, looks at the clock now
 * and then, writes snapshots when they are due. Runs in the storage thread, or in a test's own.
 */
export class EngineHost {
  #waiting: Waiting[] = [];
  #isScheduled = false;
  readonly #precedence = new Precedence();
  readonly #eventPace = new EventPace(() => this.#look());
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
    this.#tickTimer = setInterval(() => this.#eventPace.now(), TICK_MS);
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

  /** @returns the replies, in order */
  async receive(posts: readonly ArrivedPost[]): Promise<CameraReply[]> {
    if (!posts.some(takesLong)) return this.#receiveTogether(posts);
    const receive = async (piece: ArrivedPost) => first(await this.#receiveTogether([piece]));
    return Promise.all(posts.map((post) => receiveInPieces(post, this.engine.costs, receive)));
  }

  /** Everything that comes in before the thread is free again becomes one group with one fsync. */
  #receiveTogether(posts: readonly ArrivedPost[]): Promise<CameraReply[]> {
    if (this.#isClosed) return Promise.resolve(posts.map(({ at }) => refused(2, CLOSING, '', at)));
    return new Promise((reply) => {
      this.#waiting.push({ posts, reply });
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
    this.#precedence.arrived();
    void this.#receive(group);
  }

  async #receive(group: readonly Waiting[]): Promise<void> {
    const replies = await this.engine.receive(group.flatMap(({ posts }) => posts));
    let taken = 0;
    for (const { posts, reply } of group) reply(replies.slice(taken, (taken += posts.length)));
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
    this.#eventPace.stop();
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
    await this.#precedence.give(() => {
      this.flush();
      return engine.writing;
    });
    if (this.#reopening || engine !== this.engine) return false;
    engine.prepareForQuestions();
    return true;
  }

  #afterChange(): void {
    if (!this.#isClosed) this.#eventPace.soon();
  }

  #look(): void {
    if (this.#isClosed || this.#reopening) return;
    const now = this.clock.now();
    // Looked at here rather than with each group: it asks the disk.
    if (this.engine.files.isSnapshotDue(now)) void this.checkpoint(now);
    this.#upkeep.doWhatIsDue(this.engine, now);
    const events = this.engine.takeEvents(now);
    if (events.length > 0) this.send(events);
  }
}

function first(replies: readonly CameraReply[]): CameraReply {
  const [reply] = replies;
  if (!reply) throw new Error('A message was not answered');
  return reply;
}
