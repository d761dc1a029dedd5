import type { Told } from '#shared/sentences';
import type { FoyerEvent } from '#shared/contract';
import { State } from '../ingest/state';
import { DataFolder } from '../storage/data-folder';
import type { FileSystem } from '../storage/file-system';
import { describeRecovery } from '../storage/recovery';
import { encodeRecord } from '../storage/record';
import { RefusedList, type Refused } from '../storage/refused-list';
import type { Checkpointer } from '../storage/snapshots';
import { loadSqlite } from '../storage/sql';
import { NotStoredError, storageProblem } from '../storage/storage-problem';
import type { CameraReply, EpochMs, Log } from '../types';
import { Costs } from './costs';
import { runCommand, type CommandName, type CommandParams, type CommandResult } from './commands';
import { firstSite, storeFirstSite } from './first-site';
import { removeDemo } from './remove-demo';
import { EventQueue } from './event-queue';
import { GroupCommit } from './group-commit';
import { applyRecord, replay } from './replay';
import { restartOutbox } from './outbox-restart';
import { receivePost, storageRefusal, type ArrivedPost, type PostResult } from './receive';

export interface EngineOptions {
  folder: string;
  wasmPath: string;
  /** Zone of a new data folder. */
  timeZone: string;
  /** Also the zone of an existing one. */
  forceTimeZone: boolean;
  now: EpochMs;
  /** Only the thread is new: a demo goes on, and the owner may have chosen another zone since. */
  isGoingOn?: boolean;
}

/**
 * Everything that happens to the data, on one thread: messages and commands are applied, made durable and
 * only then answered. Its figures depend on nothing but the records in the journal.
 */
export class Engine {
  readonly state: State;
  readonly refusals = new RefusedList();
  readonly events: EventQueue;
  readonly costs = new Costs();
  readonly #commits: GroupCommit;
  /** Why the last message, and the last snapshot, could not be written. */
  #writeProblem: Told | null = null;
  #snapshotProblem: Told | null = null;
  /** Why the last daily backup could not be made. */
  backupProblem: Told | null = null;

  private constructor(
    readonly files: DataFolder,
    private readonly folder: string,
    readonly log: Log,
  ) {
    this.state = new State(files.sql);
    this.events = new EventQueue(this.state);
    this.#commits = new GroupCommit({
      sql: files.sql,
      state: this.state,
      append: (payloads) => this.#append(payloads),
      redo: (payload) => applyRecord(this.state, payload),
      replay: (payloads) => this.#doAgain(payloads),
    });
    files.settled = (work) => this.#commits.settled(work);
  }

  /**
   * @param checkpointer makes the snapshots that are not urgent; without one the engine does
   * @throws DataFolderError if the folder cannot be used
   */
  static async open(
    options: EngineOptions,
    fs: FileSystem,
    log: Log,
    checkpointer: Checkpointer | null = null,
  ): Promise<Engine> {
    const sqlite = await loadSqlite(options.wasmPath);
    const files = DataFolder.open(options.folder, fs, sqlite, log);
    if (checkpointer) files.useCheckpointer(checkpointer);
    const engine = new Engine(files, options.folder, log);
    const isSiteKnown = engine.state.sites.all().length > 0;
    engine.#replay(options);
    const [site] = engine.state.sites.all();
    const { forceTimeZone, isGoingOn = false } = options;
    const isOtherZone = forceTimeZone && !isGoingOn && site?.timeZone !== options.timeZone;
    if (!isSiteKnown || isOtherZone) await storeFirstSite(engine, options);
    if (!isGoingOn) await removeDemo(engine, options.now);
    await restartOutbox(engine, options.now);
    engine.events.noteOnline(options.now);
    return engine;
  }

  /** A sentence for the owner while something cannot be stored; it goes when it can be again. */
  get told(): Told | null {
    return this.#writeProblem ?? this.#snapshotProblem ?? this.backupProblem;
  }

  /** The same in English. */
  get problem(): string | null {
    return this.told?.message ?? null;
  }

  /**
   * Applies POSTs that arrived together, at once, and makes them durable with one sync, together with others
   * that come meanwhile.
   * @returns the reply to each, in order. Never throws: what cannot be stored is answered with code 2.
   */
  async receive(posts: readonly ArrivedPost[]): Promise<CameraReply[]> {
    let results: PostResult[];
    try {
      results = await this.#commits.run(() => {
        const applied = posts.map((post) =>
          this.costs.of(post.remoteAddress, () => receivePost(this.state, post)),
        );
        return { result: applied, payloads: applied.flatMap((each) => (each.ok ? [each.payload] : [])) };
      });
    } catch (error) {
      return this.#receiveAfterFailure(posts, error);
    }
    for (const result of results) {
      if (result.ok) this.events.changed(result.camera, result.changes);
      else this.noteRefusal(result.refusal);
    }
    return results.map((result) => result.reply);
  }

  /** Runs a command of the owner's. @throws NotStoredError if it cannot be stored */
  async command<N extends CommandName>(
    name: N,
    params: CommandParams[N],
    at: EpochMs,
  ): Promise<CommandResult> {
    const result = await this.#commits.run(() => {
      // Some look at what was counted until now.
      this.state.flush();
      const outcome = runCommand(this.state, name, params, at);
      const payloads = outcome.ok ? [encodeRecord({ kind: 'command', at, name, params })] : [];
      return { result: outcome, payloads };
    });
    await this.#commits.settled(() => undefined);
    if (result.ok && result.camera)
      this.events.changed(result.camera, { flow: false, stay: false, camera: true });
    const site = result.ok ? (result.site?.id ?? result.removedFrom) : undefined;
    if (site !== undefined) this.events.siteChanged(site);
    if (result.ok) this.events.commanded(name);
    return result;
  }

  /** Set while nothing new is let in. */
  get settling(): Promise<unknown> | null {
    return this.#commits.settling;
  }

  /** Set while messages wait for the disk and for their answers. */
  get writing(): Promise<void> | null {
    return this.#commits.writing;
  }

  /** Puts into the tables what is only in memory yet; before anybody asks them. */
  prepareForQuestions(): void {
    this.#commits.commit();
    this.state.flush();
  }

  noteRefusal(refusal: Refused): void {
    this.events.refused(this.refusals.add(refusal));
  }

  takeEvents(now: EpochMs): FoyerEvent[] {
    this.prepareForQuestions();
    return this.events.take(now, this.state.marks.takeFresh());
  }

  /** Snapshot, at once. A failure is not fatal: the journal has everything. */
  snapshot(now: EpochMs): Promise<void> {
    return this.#noteSnapshot(() => this.files.snapshot(now));
  }

  /** The same at leisure. */
  checkpoint(now: EpochMs): Promise<void> {
    // How far the outbox has got is not in the journal, so a snapshot from the files would forward it all again.
    const isForwarding = this.state.outbox.state !== null;
    return this.#noteSnapshot(() => (isForwarding ? this.files.snapshot(now) : this.files.checkpoint(now)));
  }

  async #noteSnapshot(write: () => Promise<void>): Promise<void> {
    try {
      await write();
      this.#snapshotProblem = null;
    } catch (error) {
      this.#snapshotProblem = storageProblem(error, this.folder);
      this.log.error('The snapshot could not be written', error);
    }
  }

  async #append(payloads: readonly Uint8Array[]): Promise<void> {
    try {
      await this.files.append(payloads);
      this.#writeProblem = null;
    } catch (error) {
      const notStored = NotStoredError.from(error, this.folder);
      this.#writeProblem = notStored.told;
      throw notStored;
    }
  }

  /** One bad message must not take the others of its group with it: each is tried alone. */
  async #receiveAfterFailure(posts: readonly ArrivedPost[], error: unknown): Promise<CameraReply[]> {
    const isDiskTrouble = error instanceof NotStoredError;
    if (posts.length > 1 && !isDiskTrouble) {
      return (await Promise.all(posts.map((post) => this.receive([post])))).flat();
    }
    this.log.error('A message could not be stored', error);
    const message = isDiskTrouble
      ? error.message
      : 'The message could not be stored. Please send it again later.';
    return posts.map((post) => {
      const { reply, refusal } = storageRefusal(post, message);
      this.noteRefusal(refusal);
      return reply;
    });
  }

  #replay({ timeZone }: EngineOptions): void {
    const records = this.files.takePending();
    // The record that made the site may be the damaged one; the others must not fail for it.
    if (records.length > 0 && this.state.sites.all().length === 0) this.state.sites.put(firstSite(timeZone));
    this.#doAgain(records.map(({ payload }) => payload));
    for (const sentence of describeRecovery(this.files.recovery)) this.log.warn(sentence);
  }

  #doAgain(payloads: readonly Uint8Array[]): void {
    replay(this.state, payloads, (cause) => {
      this.files.recovery.damagedRecords++;
      this.log.error('A record of the journal could not be applied and was set aside', cause);
    });
  }
}
