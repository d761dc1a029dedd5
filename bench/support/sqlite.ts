import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { loadSqlite, Sql } from '../../src/main/core/storage/sql';
import { timeMs } from './stats';
import { wasmPath } from './shop';

/** A SQLite to measure beside: Node's own, the command `sqlite3`, or as a last resort the one the app has. */
export interface ReferenceSqlite {
  name: string;
  /** Runs statements without results. */
  build(file: string, sql: string): Promise<void>;
  /** Milliseconds that a question with all its rows takes, opening the file not counted. */
  askMs(file: string, sql: string): Promise<number>;
}

export async function referenceSqlite(): Promise<ReferenceSqlite> {
  const builtIn = process.getBuiltinModule('node:sqlite') as typeof import('node:sqlite') | undefined;
  if (builtIn) return nodeSqlite(builtIn);
  if (hasSqlite3()) return sqlite3;
  return sqlJs(await loadSqlite(wasmPath));
}

export function hasSqlite3(): boolean {
  return spawnSync('sqlite3', ['-version']).status === 0;
}

function nodeSqlite({ DatabaseSync }: typeof import('node:sqlite')): ReferenceSqlite {
  return {
    name: 'node:sqlite',
    build: (file, sql) => {
      const database = new DatabaseSync(file);
      database.exec(sql);
      database.close();
      return Promise.resolve();
    },
    askMs: async (file, sql) => {
      const database = new DatabaseSync(file);
      const ms = await timeMs(() => database.prepare(sql).all());
      database.close();
      return ms;
    },
  };
}

const sqlite3: ReferenceSqlite = {
  name: 'sqlite3',
  build: async (file, sql) => void (await runSqlite3(file, sql)),
  askMs: async (file, sql) => {
    const output = await runSqlite3(file, `.timer on\n.output /dev/null\n${sql};\n.output stdout\n`);
    const seconds = /Run Time: real ([\d.]+)/.exec(output)?.[1];
    if (seconds === undefined) throw new Error(`sqlite3 said no time: ${output}`);
    return Number(seconds) * 1000;
  },
};

export function runSqlite3(file: string, input: string, flags: readonly string[] = []): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('sqlite3', [...flags, file], { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject).on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`sqlite3 ended with ${String(code)}`));
    });
    child.stdin.end(input);
  });
}

function sqlJs(sqlite: Awaited<ReturnType<typeof loadSqlite>>): ReferenceSqlite {
  return {
    name: 'sql.js',
    build: (file, sql) => {
      const database = new Sql(sqlite, null);
      database.exec(sql);
      writeFileSync(file, database.export());
      database.close();
      return Promise.resolve();
    },
    askMs: async (file, sql) => {
      const database = new Sql(sqlite, readFileSync(file));
      const ms = await timeMs(() => database.all(sql));
      database.close();
      return ms;
    },
  };
}
