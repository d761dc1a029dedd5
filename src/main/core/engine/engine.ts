import type { FoyerEvent } from '#shared/contract';
import { applyMessages } from '../ingest/apply';
import { admit } from '../ingest/admission';
import type { CameraRecord } from '../ingest/camera-record';
import { heartbeatReply } from '../ingest/heartbeat';
import { refused } from '../ingest/replies';
import { firstSiteId } from '../ingest/site-store';
import { State } from '../ingest/state';
import { decode } from '../protocol/decode';
import { DataFolder } from '../storage/data-folder';
import type { FileSystem } from '../storage/file-system';
import { decodeRecord, encodeRecord, type LogRecord } from '../storage/record';
import { RefusedList, type Refused } from '../storage/refused-list';
import { loadSqlite } from '../storage/sql';
import { storageProblem } from '../storage/storage-problem';
import type { CameraReply, EpochMs, Log } from '../types';
import {
  runCommand,
  isCommandName,
  type CommandName,
  type CommandParams,
  type CommandResult,
} from './commands';
import { EventQueue } from './event-queue';
import { receivePost, type ArrivedPost, type PostResult } from './receive';

export interface EngineOptions {
  folder: string;
  wasmPath: string;
  /** Zone of a new data folder. */
  timeZone: string;
  /** Also the zone of an existing one. */
  forceTimeZone: boolean;
  now: EpochMs;
}

const RECORDS_PER_TRANSACTION = 500;
const firstSiteName = 'My shop';

/**
 * Everything that happens to the data, on one thread: messages and commands are applied, made durable and
 * only then answered. Its figures depend on nothing but the records in the journal.
 */
export class Engine {
  readonly state: State;
  readonly refusals = new RefusedList();
  readonly events: EventQueue;
  /** A sentence for the owner while nothing can be stored. */
  problem: string | null = null;

  private constructor(
    readonly files: DataFolder,
    private readonly folder: string,
    private readonly log: Log,
  ) {
    this.state = new State(files.sql);
    this.events = new EventQueue(this.state);
  }

  /** @throws DataFolderError if the folder cannot be used */
  static async open(options: EngineOptions, fs: FileSystem, log: Log): Promise<Engine> {
    const sqlite = await loadSqlite(options.wasmPath);
    const files = DataFolder.open(options.folder, fs, sqlite, log);
    const engine = new Engine(files, options.folder, log);
    engine.#replay();
    engine.#ensureSite(options);
    engine.events.noteOnline(options.now);
    return engine;
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

  /** Runs a command of the owner's. @throws if it cannot be stored */
  command<N extends CommandName>(name: N, params: CommandParams[N], at: EpochMs): CommandResult {
    const result = this.#transaction(() => {
      const outcome = runCommand(this.state, name, params, at);
      const payloads = outcome.ok ? [encodeRecord({ kind: 'command', at, name, params })] : [];
      return { result: outcome, payloads };
    });
    if (result.ok && result.camera)
      this.events.changed(result.camera, { flow: false, stay: false, camera: true });
    if (result.ok && result.site) this.events.siteChanged(result.site.id);
    return result;
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
      this.problem = null;
    } catch (error) {
      this.problem = storageProblem(error, this.folder);
      this.log.error('The snapshot could not be written', error);
    }
  }

  #transaction<T>(work: () => { result: T; payloads: Uint8Array[] }): T {
    const { sql } = this.files;
    sql.run('BEGIN');
    try {
      const { result, payloads } = work();
      this.state.flush();
      if (payloads.length > 0) {
        this.#append(payloads);
      }
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
      this.problem = null;
    } catch (error) {
      this.problem = storageProblem(error, this.folder);
      throw error;
    }
  }

  /** One bad message must not take the others of its group with it: each is tried alone. */
  #receiveAfterFailure(posts: readonly ArrivedPost[], error: unknown): CameraReply[] {
    if (posts.length > 1 && this.problem === null) return posts.flatMap((post) => this.receive([post]));
    this.log.error('A message could not be stored', error);
    return posts.map((post) => {
      const message = this.problem ?? 'The message could not be stored. Please send it again later.';
      return refused(2, message, '', post.at);
    });
  }

  #replay(): void {
    const records = this.files.takePending();
    for (let from = 0; from < records.length; from += RECORDS_PER_TRANSACTION) {
      const group = records.slice(from, from + RECORDS_PER_TRANSACTION);
      try {
        this.#transaction(() => {
          for (const { payload } of group) this.#replayOne(decodeRecord(payload));
          return { result: null, payloads: [] };
        });
      } catch {
        // Something in the group cannot be applied: find it by taking them one by one.
        for (const { payload, sequence } of group) {
          try {
            this.#transaction(() => ({ result: this.#replayOne(decodeRecord(payload)), payloads: [] }));
          } catch (error) {
            this.files.recovery.damagedRecords++;
            this.log.error(`Journal record ${sequence} could not be applied and was set aside`, error);
          }
        }
      }
    }
    this.state.marks.takeFresh();
  }

  #replayOne(record: LogRecord): void {
    if (record.kind === 'command') {
      if (isCommandName(record.name)) runCommand(this.state, record.name, record.params as never, record.at);
      return;
    }
    const decoded = decode(record.endpoint, record.body);
    if (!decoded.ok) return;
    const admission = admit(this.state, decoded.sn, record.at);
    if (!admission.ok) return;
    admission.camera.address = record.address;
    applyMessages(this.state, admission.camera, decoded.messages, decoded.setAside, record.at);
    if (record.endpoint === 'heartbeat') heartbeatReply(this.state, admission.camera, record.at);
  }

  #ensureSite({ timeZone, forceTimeZone, now }: EngineOptions): void {
    const [site] = this.state.sites.all();
    if (site && (!forceTimeZone || site.timeZone === timeZone)) return;
    const first = site ?? {
      id: firstSiteId,
      name: firstSiteName,
      timeZone,
      dayStartHour: 4,
      openingHours: null,
    };
    this.command('site.put', { ...first, timeZone }, now);
  }
}

export type { CameraRecord };
