import type { State } from '../ingest/state';
import type { Sql } from '../storage/sql';

/** All of them are done again should a write fail, and SQLite keeps the way back for as long. */
const MOST_UNCOMMITTED = 1000;
const MOST_UNCOMMITTED_BYTES = 8 * 1024 * 1024;

export interface Applied<T> {
  result: T;
  /** What the journal has to hold of it. */
  payloads: readonly Uint8Array[];
}

interface Group {
  payloads: readonly Uint8Array[];
  done(): void;
  fail(error: unknown): void;
}

interface GroupCommitDeps {
  sql: Sql;
  state: State;
  /** Makes records durable, one group at a time. @throws if none of them is */
  append(payloads: readonly Uint8Array[]): Promise<void>;
  /** Does again what a record says, inside the open transaction. */
  redo(payload: Uint8Array): void;
  /** Does again what records say, in transactions of its own, less those that cannot be kept. Never throws. */
  replay(payloads: readonly Uint8Array[]): void;
}

/**
 * Makes what was done durable while more is being done: whatever comes during a sync goes to the disk with the
 * next one. The journal is what an acknowledgement rests on, so SQLite's transaction may stay open over
 * many groups; it only has to be able to go back. Should a write fail, everything since its beginning is
 * taken back, and what is on disk done again.
 */
export class GroupCommit {
  #isOpen = false;
  /** Records applied since the transaction began, in order. */
  #records: Uint8Array[] = [];
  #bytes = 0;
  /** How many of them are on disk. */
  #durable = 0;
  #waiting: Group[] = [];
  #writing: Promise<void> | null = null;
  #settling: Promise<unknown> | null = null;

  constructor(private readonly deps: GroupCommitDeps) {}

  /** Set while {@link settled} holds up everything else. */
  get settling(): Promise<unknown> | null {
    return this.#settling;
  }

  /** Set while something is on its way to the disk. */
  get writing(): Promise<void> | null {
    return this.#writing;
  }

  /**
   * Does some work at once, unless a {@link settled} moment is being waited for, and resolves when it is on disk.
   * @throws what the work throws, or the disk; either way nothing of it is left
   */
  async run<T>(work: () => Applied<T>): Promise<T> {
    while (this.#settling) await this.#settling;
    this.#begin();
    let applied: Applied<T>;
    try {
      applied = work();
    } catch (error) {
      this.#goBack();
      throw error;
    }
    const { result, payloads } = applied;
    if (payloads.length === 0) return result;
    this.#records.push(...payloads);
    for (const payload of payloads) this.#bytes += payload.byteLength;
    await new Promise<void>((done, fail) => {
      this.#waiting.push({ payloads, done, fail });
      this.#writing ??= this.#write();
    });
    return result;
  }

  /** Lets nothing new in until all that was done is on disk and committed, and then does some work. */
  async settled<T>(work: () => T): Promise<T> {
    while (this.#settling) await this.#settling;
    const settling = this.#settle(work);
    // Whoever waits for the moment to pass does not care how it went.
    this.#settling = settling.catch(() => undefined).finally(() => (this.#settling = null));
    return settling;
  }

  /** Ends SQLite's transaction, if nothing in it waits for the disk. */
  commit(): void {
    if (!this.#isOpen || this.#durable < this.#records.length) return;
    const { sql, state, replay } = this.deps;
    const records = this.#records;
    this.#records = [];
    this.#bytes = this.#durable = 0;
    this.#isOpen = false;
    try {
      state.flush();
      sql.run('COMMIT');
    } catch {
      // They are promised, and could be applied: whatever one of them has spoilt, the others are kept.
      sql.run('ROLLBACK');
      state.reload();
      replay(records);
    }
  }

  async #settle<T>(work: () => T): Promise<T> {
    await this.#writing;
    this.commit();
    return work();
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const groups = this.#waiting;
      this.#waiting = [];
      try {
        const payloads = groups.flatMap((group) => group.payloads);
        await this.deps.append(payloads);
        this.#durable += payloads.length;
        for (const group of groups) group.done();
        if (this.#isLong() && !this.#settling) void this.settled(() => undefined);
      } catch (error) {
        // What came meanwhile builds upon what is lost, and the disk is in trouble: it goes as well.
        groups.push(...this.#waiting);
        this.#waiting = [];
        this.#records.length = this.#durable;
        this.#goBack();
        for (const group of groups) group.fail(error);
      }
    }
    this.#writing = null;
  }

  #isLong(): boolean {
    return this.#records.length >= MOST_UNCOMMITTED || this.#bytes >= MOST_UNCOMMITTED_BYTES;
  }

  #begin(): void {
    if (this.#isOpen) return;
    this.deps.sql.run('BEGIN');
    this.#isOpen = true;
  }

  #goBack(): void {
    const { sql, state, redo } = this.deps;
    sql.run('ROLLBACK');
    state.reload();
    sql.run('BEGIN');
    for (const payload of this.#records) redo(payload);
  }
}
