import { readFileSync } from 'node:fs';
import initSqlJs, { type Database, type SqlJsStatic, type SqlValue, type Statement } from 'sql.js';

export type { SqlValue, SqlJsStatic as Sqlite };
export type SqlParams = readonly SqlValue[];
export type SqlRow = SqlValue[];

const WORTH_SHRINKING_PAGES = 256;

/** By path: compiling takes longer than anything else at a start, and tools open several databases. */
const compiled = new Map<string, Promise<WebAssembly.Module>>();
const loaded = new Map<string, Promise<SqlJsStatic>>();

/**
 * SQLite's machine code, once in a thread. Another thread that is given it need not compile it, and has what was
 * optimised since. @param wasmPath of `sql-wasm.wasm`
 */
export function compileSqlite(wasmPath: string): Promise<WebAssembly.Module> {
  return once(compiled, wasmPath, () => WebAssembly.compile(readFileSync(wasmPath)));
}

/** Loads SQLite, once in a thread. @param wasmPath of `sql-wasm.wasm` */
export function loadSqlite(wasmPath: string): Promise<SqlJsStatic> {
  return once(loaded, wasmPath, async () => startSqlite(await compileSqlite(wasmPath)));
}

/** SQLite from code that {@link compileSqlite} gave, on whatever thread. */
export function startSqlite(code: WebAssembly.Module): Promise<SqlJsStatic> {
  return new Promise((resolve, reject) => {
    // sql.js hears of a success only.
    const instantiateWasm: EmscriptenModule['instantiateWasm'] = (imports, started) => {
      WebAssembly.instantiate(code, imports).then(started, reject);
      return {};
    };
    initSqlJs({ instantiateWasm }).then(resolve, reject);
  });
}

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

/**
 * SQLite in memory. Statements are prepared once and kept. This is the only file that knows sql.js.
 */
export class Sql {
  #db: Database;
  #statements = new Map<string, Statement>();

  constructor(sqlite: SqlJsStatic, bytes: Uint8Array | null) {
    this.#db = new sqlite.Database(bytes);
    this.#configure();
  }

  /** Several statements without parameters. */
  exec(sql: string): void {
    this.#db.exec(sql);
  }

  run(sql: string, params: SqlParams = []): void {
    const statement = this.#prepare(sql);
    try {
      statement.run(params as SqlValue[]);
    } finally {
      // Binding and position go; a statement left in the middle of its rows would block a commit.
      statement.reset();
    }
  }

  /** The first row, in the order of the columns. */
  get(sql: string, params: SqlParams = []): SqlRow | undefined {
    const statement = this.#prepare(sql);
    try {
      statement.bind(params as SqlValue[]);
      return statement.step() ? statement.get() : undefined;
    } finally {
      statement.reset();
    }
  }

  all(sql: string, params: SqlParams = []): SqlRow[] {
    const statement = this.#prepare(sql);
    const rows: SqlRow[] = [];
    try {
      statement.bind(params as SqlValue[]);
      while (statement.step()) rows.push(statement.get());
      return rows;
    } finally {
      statement.reset();
    }
  }

  *each(sql: string, params: SqlParams = []): Generator<SqlRow> {
    const statement = this.#prepare(sql);
    try {
      statement.bind(params as SqlValue[]);
      while (statement.step()) yield statement.get();
    } finally {
      statement.reset();
    }
  }

  lastId(): number {
    return Number(this.get('SELECT last_insert_rowid()')?.[0]);
  }

  /** Gives back the room of deleted rows, if that is worth the work. Not inside a transaction. */
  shrink(): void {
    const pages = (name: string) => Number(this.get(`PRAGMA ${name}`)?.[0] ?? 0);
    const free = pages('freelist_count');
    if (free >= WORTH_SHRINKING_PAGES && free * 4 >= pages('page_count')) this.exec('VACUUM');
  }

  /** The database as the bytes of an ordinary SQLite file. */
  export(): Uint8Array {
    // export() closes and reopens the database: every statement and setting is gone afterwards.
    this.#statements.clear();
    const bytes = this.#db.export();
    this.#configure();
    return bytes;
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #configure(): void {
    // Durability is the journal's; SQLite itself only needs to be able to roll back.
    this.#db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;');
    this.#db.exec('PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;');
    // Nobody else has the file: without this, each transaction looks anew whether somebody changed it.
    this.#db.exec('PRAGMA locking_mode = EXCLUSIVE');
  }
}
