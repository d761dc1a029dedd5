import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ownPort } from './own-port';
import { asWho, postgresPrograms, type PostgresPrograms } from './postgres-programs';

/** A login that needs quoting wherever it is put. */
export const login = { user: 'shop-owner', password: `p'a"ss\\ %20 ${'x'.repeat(20)}`, database: 'shop`s' };

/**
 * A real PostgreSQL, from a package that carries its programs. It can be stopped, killed and started again on
 * the same port, with the same data.
 */
export class Postgres {
  #child: ChildProcess | null = null;

  private constructor(
    private readonly programs: PostgresPrograms,
    private readonly folder: string,
    readonly port: number,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly isEncrypted: boolean,
  ) {}

  private get data(): string {
    return join(this.folder, 'data');
  }

  /**
   * @param settings lines of postgresql.conf
   * @param tls key and certificate, in PEM: then it takes encrypted connections only
   */
  static async start(
    settings: readonly string[] = [],
    tls: { key: string; cert: string } | null = null,
  ): Promise<Postgres> {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-postgres-'));
    const programs = await postgresPrograms(folder);
    const data = join(folder, 'data');
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, login.password);
    for (const path of [folder, passwordFile]) if (asWho) chownSync(path, asWho.uid, asWho.gid);
    const flags = ['--no-sync', '--no-instructions', '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256'];
    const made = spawnSync(
      programs.initdb,
      ['-D', data, '-U', login.user, `--pwfile=${passwordFile}`, ...flags],
      { encoding: 'utf8', cwd: tmpdir(), ...asWho },
    );
    if (made.status !== 0) throw new Error(`initdb: ${made.stdout} ${made.stderr} ${String(made.error)}`);
    const own = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", 'fsync = off'];
    if (tls) {
      own.push('ssl = on', "ssl_key_file = 'server.key'", "ssl_cert_file = 'server.crt'");
      const files = { 'server.key': tls.key, 'server.crt': tls.cert };
      for (const [name, pem] of Object.entries(files)) {
        writeFileSync(join(data, name), pem, { mode: 0o600 });
        if (asWho) chownSync(join(data, name), asWho.uid, asWho.gid);
      }
      const line = 'hostssl all all 127.0.0.1/32 scram-sha-256\n';
      writeFileSync(join(data, 'pg_hba.conf'), line);
    }
    writeFileSync(join(data, 'postgresql.auto.conf'), [...own, ...settings, ''].join('\n'));
    const environment = { ...process.env, LC_ALL: 'C' };
    const server = new Postgres(programs, folder, await ownPort(), environment, tls !== null);
    await server.up();
    await server.query(`CREATE DATABASE "${login.database}"`, 'postgres');
    return server;
  }

  /** Resolves when it takes connections. */
  async up(): Promise<void> {
    const child = spawn(this.programs.postgres, ['-D', this.data, '-p', String(this.port)], {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: tmpdir(),
      env: this.environment,
      ...asWho,
    });
    this.#child = child;
    await new Promise<void>((ready, failed) => {
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('database system is ready to accept connections')) ready();
      });
      child.on('exit', () => {
        failed(new Error(`PostgreSQL ended: ${said}`));
      });
    });
  }

  /** `SIGINT` ends it in order and cuts connections off; `SIGKILL` is a power cut. */
  async down(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
    this.#child = null;
    // What the postmaster started notices that it is gone, and ends; the next one waits for that.
    if (signal === 'SIGKILL') rmSync(join(this.data, 'postmaster.pid'), { force: true });
  }

  /** Rows as objects, over a connection of its own. */
  async query<T extends object>(sql: string, database = login.database): Promise<T[]> {
    const ssl = this.isEncrypted ? { rejectUnauthorized: false } : false;
    const client = new pg.Client({ ...login, database, host: '127.0.0.1', port: this.port, ssl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql)).rows as T[];
    } finally {
      await client.end();
    }
  }

  async dispose(): Promise<void> {
    await this.down();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
