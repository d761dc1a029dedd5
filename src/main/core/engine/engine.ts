import type { FoyerEvent } from '#shared/contract';
import { State } from '../ingest/state';
import { DataFolder } from '../storage/data-folder';
import type { FileSystem } from '../storage/file-system';
import { describeRecovery } from '../storage/recovery';
import { encodeRecord } from '../storage/record';
import { RefusedList, type Refused } from '../storage/refused-list';
import { loadSqlite } from '../storage/sql';
import { NotStoredError, storageProblem } from '../storage/storage-problem';
import { DataFolderError, type CameraReply, type EpochMs, type Log } from '../types';
import { runCommand, type CommandName, type CommandParams, type CommandResult } from './commands';
import { firstSite } from './first-site';
import { EventQueue } from './event-queue';
import { restartOutbox } from './outbox-restart';
import { replay } from './replay';
import { receivePost, storageRefusal, type ArrivedPost, type PostResult } from './receive';

export interface EngineOptions {
  folder: string;
  wasmPath: string;
  /** Zone of a new data folder. */
  timeZone: string;
  /** Also the zone of an existing one. */
  forceTimeZone: boolean;
  now: EpochMs;
}

/**
 * Everything that happens to the data, on one thread: messages and commands are applied, made durable and
 * only then answered. Its figures depend on nothing but the records in the journal.
 */
export class Engine {
  readonly state: State;
  readonly refusals = new RefusedList();
  readonly events: EventQueue;
  /** Why the last message, and the last snapshot, could not be written. */
  #writeProblem: string | null = null;
  #snapshotProblem: string | null = null;
  /** Why the last daily backup could not be made. */
  backupProblem: string | null = null;

  private constructor(
    readonly files: DataFolder,
    private readonly folder: string,
    readonly log: Log,
  ) {
    this.state = new State(files.sql);
    this.events = new EventQueue(this.state);
  }

  /** @throws DataFolderError if the folder cannot be used */
  static async open(options: EngineOptions, fs: FileSystem, log: Log): Promise<Engine> {
    const sqlite = await loadSqlite(options.wasmPath);
    const files = DataFolder.open(options.folder, fs, sqlite, log);
    const engine = new Engine(files, options.folder, log);
    const isSiteKnown = engine.state.sites.all().length > 0;
    engine.#replay(options);
    const [site] = engine.state.sites.all();
    const isOtherZone = options.forceTimeZone && site?.timeZone !== options.timeZone;
    if (!isSiteKnown || isOtherZone) engine.#storeSite(options);
    engine.#removeDemo(options.now);
    restartOutbox(engine, options.now);
    engine.events.noteOnline(options.now);
    return engine;
  }

  /** A sentence for the owner while something cannot be stored; it goes when it can be again. */
  get problem(): string | null {
    return this.#writeProblem ?? this.#snapshotProblem ?? this.backupProblem;
  }

  /**
   * Applies POSTs that arrived together and makes them durable with one fsync.
   * @returns the reply to each, in order. Never throws: what cannot be stored is answered with code 2.
   */
  receive(posts: readonly ArrivedPost[]): CameraReply[] {
    let results: PostResult[];
    try {
      results = this.#transaction(() => {
        const applied = posts.map((post) => receivePost(this.state, post));
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
  command<N extends CommandName>(name: N, params: CommandParams[N], at: EpochMs): CommandResult {
    const result = this.#transaction(() => {
      const outcome = runCommand(this.state, name, params, at);
      const payloads = outcome.ok ? [encodeRecord({ kind: 'command', at, name, params })] : [];
      return { result: outcome, payloads };
    });
    if (result.ok && result.camera)
      this.events.changed(result.camera, { flow: false, stay: false, camera: true });
    const site = result.ok ? (result.site?.id ?? result.removedFrom) : undefined;
    if (site !== undefined) this.events.siteChanged(site);
    return result;
  }

  /** A demo that was running when the power went must not stay in the figures. */
  #removeDemo(now: EpochMs): void {
    for (const { sn, isDemo } of this.state.cameras.all()) {
      if (isDemo) this.command('cameras.remove', { sn }, now);
    }
  }

  noteRefusal(refusal: Refused): void {
    this.events.refused(this.refusals.add(refusal));
  }

  takeEvents(now: EpochMs): FoyerEvent[] {
    return this.events.take(now, this.state.marks.takeFresh());
  }

  /** Snapshot, if one is due or asked for. A failure is not fatal: the journal has everything. */
  async snapshot(now: EpochMs): Promise<void> {
    try {
      await this.files.snapshot(now);
      this.#snapshotProblem = null;
    } catch (error) {
      this.#snapshotProblem = storageProblem(error, this.folder);
      this.log.error('The snapshot could not be written', error);
    }
  }

  #transaction<T>(work: () => { result: T; payloads: Uint8Array[] }): T {
    const { sql } = this.files;
    sql.run('BEGIN');
    try {
      const { result, payloads } = work();
      this.state.flush();
      if (payloads.length > 0) this.#append(payloads);
      sql.run('COMMIT');
      return result;
    } catch (error) {
      sql.run('ROLLBACK');
      this.state.reload();
      throw error;
    }
  }

  #append(payloads: Uint8Array[]): void {
    try {
      this.files.append(payloads);
      this.#writeProblem = null;
    } catch (error) {
      const notStored = NotStoredError.from(error, this.folder);
      this.#writeProblem = notStored.message;
      throw notStored;
    }
  }

  /** One bad message must not take the others of its group with it: each is tried alone. */
  #receiveAfterFailure(posts: readonly ArrivedPost[], error: unknown): CameraReply[] {
    const isDiskTrouble = error instanceof NotStoredError;
    if (posts.length > 1 && !isDiskTrouble) return posts.flatMap((post) => this.receive([post]));
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
    const transaction = (work: () => void) => this.#transaction(() => ({ result: work(), payloads: [] }));
    // The record that made the site may be the damaged one; the others must not fail for it.
    if (records.length > 0 && this.state.sites.all().length === 0) {
      transaction(() => this.state.sites.put(firstSite(timeZone)));
    }
    replay(this.state, records, transaction, ({ sequence }, cause) => {
      this.files.recovery.damagedRecords++;
      this.log.error(`Journal record ${sequence} could not be applied and was set aside`, cause);
    });
    for (const sentence of describeRecovery(this.files.recovery)) this.log.warn(sentence);
  }

  #storeSite({ timeZone, forceTimeZone, now }: EngineOptions): void {
    const [known] = this.state.sites.all();
    const site = known ?? firstSite(timeZone);
    try {
      this.command('site.put', forceTimeZone ? { ...site, timeZone } : site, now);
    } catch (error) {
      // A full disk must not keep the owner from seeing what is there; without a site nothing is.
      if (!known) throw new DataFolderError('unwritable', this.problem ?? String(error));
      this.log.error('The site could not be stored', error);
    }
  }
}
