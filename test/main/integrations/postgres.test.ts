import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MethodParams } from '#shared/contract';
import { login, Postgres } from '../../support/postgres';
import { temporaryFolder } from '../../support/core';
import { firstQuarterMs, reportOf, sn } from '../core/storage/support';
import { openShop, type Shop } from './support';

vi.setConfig({ expect: { poll: { timeout: 60_000, interval: 50 } } });

const other = '2010010000000001';
let server: Postgres;
beforeAll(async () => {
  server = await Postgres.start();
});
afterAll(() => server.dispose());
beforeEach(() => server.query('DROP SCHEMA IF EXISTS foyer CASCADE'));

type Target = NonNullable<MethodParams<'integrations.update'>['postgres']>;

async function connect({ test }: Shop, change: Target = {}): Promise<void> {
  const { user, password, database } = login;
  await test.call('integrations.update', {
    postgres: { isOn: true, host: '127.0.0.1', port: server.port, user, password, database, ...change },
  });
}

/** Everything has arrived, and nothing is left. */
async function delivered({ test }: Shop): Promise<void> {
  await expect
    .poll(async () => (await test.call('integrations.status', {})).postgres)
    .toMatchObject({ state: 'working', problem: null, waiting: 0 });
}

const visits = () =>
  server.query(
    `SELECT site, camera, (extract(epoch FROM start) * 1000)::text AS start, "in", out, passby, covered_minutes
     FROM foyer.visit WHERE passby IS NOT NULL ORDER BY camera, start`,
  );
const startOf = (i: number) => `${String(firstQuarterMs + i * 900_000)}.000000`;

it('makes the tables, and writes what there was and what comes', async () => {
  const shop = await openShop();
  await shop.test.post(reportOf(0, { in: 3 }));
  await shop.test.call('cameras.update', { sn, name: 'Front door' });
  await connect(shop);
  await delivered(shop);
  await shop.test.post(reportOf(1));
  await expect.poll(visits).toMatchObject([
    {
      site: 'My shop',
      camera: 'Front door',
      start: startOf(0),
      in: '3',
      out: '0',
      passby: '0',
      covered_minutes: 1,
    },
    { start: startOf(1), in: '1', passby: '1' },
  ]);
  await delivered(shop);
  const reports = await server.query('SELECT serial, counts, "in" FROM foyer.report ORDER BY report');
  expect(reports).toEqual([
    { serial: sn, counts: 'all', in: '3' },
    { serial: sn, counts: 'all', in: '1' },
  ]);
  await shop.test.call('cameras.update', { sn, name: 'Back door', isFlipped: true });
  await expect.poll(visits).toMatchObject([{ camera: 'Back door', in: '0', out: '3' }, { in: '0' }]);
});

it('waits for a server that is away, and goes on where it was', async () => {
  const shop = await openShop();
  await connect(shop);
  await shop.test.post(reportOf(0));
  await delivered(shop);
  await server.down();
  try {
    for (let i = 1; i < 8; i++) await shop.test.post(reportOf(i));
    await expect
      .poll(async () => (await shop.test.call('integrations.status', {})).postgres)
      .toMatchObject({ state: 'trouble', problem: 'unreachable', waiting: 14 });
  } finally {
    await server.up();
  }
  await delivered(shop);
  expect((await visits()).length).toBe(8);
});

it('takes back what was removed, and what a restored backup does not know', async () => {
  const shop = await openShop();
  await connect(shop);
  await shop.test.post(reportOf(0));
  const { name } = await shop.test.call('backup.now', {});
  await shop.test.post(reportOf(1));
  await shop.test.post({ ...reportOf(2), sn: other });
  await delivered(shop);
  expect((await visits()).length).toBe(3);
  await shop.test.call('cameras.remove', { sn: other });
  await expect.poll(async () => (await visits()).length).toBe(2);
  await delivered(shop);
  shop.test.clock.advance(60_000);
  await shop.test.call('backup.restore', { name });
  await shop.test.post(reportOf(5));
  await expect.poll(visits).toMatchObject([{ start: startOf(0) }, { start: startOf(5) }]);
  await expect.poll(() => server.query('SELECT serial FROM foyer.report')).toHaveLength(2);
});

it('writes the names of cameras, shops and databases as what they are', async () => {
  const shop = await openShop();
  const name = `'); DROP SCHEMA foyer CASCADE; -- " \\ {} $1 \u0000 \ud800 😀`;
  await shop.test.post(reportOf(0));
  await shop.test.call('cameras.update', { sn, name });
  await shop.test.call('sites.update', { id: 'main', name: "Zoë's <b>" });
  await connect(shop);
  await delivered(shop);
  const clean = name.replaceAll(/[\0\ud800]/g, '\ufffd');
  expect(await visits()).toMatchObject([{ camera: clean, site: "Zoë's <b>" }]);
});

describe('what is wrong', () => {
  it.each<[string, Target, string]>([
    ['the password', { password: 'another' }, 'login'],
    ['the database', { database: 'nowhere' }, 'no-database'],
    ['the name of the server', { host: 'nowhere.invalid' }, 'unknown-host'],
    ['the port', { port: 1 }, 'unreachable'],
    ['something that was not typed', { database: '' }, 'incomplete'],
  ])('is said: %s', async (_what, change, problem) => {
    const shop = await openShop();
    await connect(shop, change);
    expect(await shop.test.call('integrations.test', { name: 'postgres' })).toEqual({ problem });
    await expect
      .poll(async () => (await shop.test.call('integrations.status', {})).postgres)
      .toMatchObject({ state: 'trouble', problem });
    await shop.test.post(reportOf(0));
    expect((await shop.test.camera(sn)).lastSeen).not.toBeNull();
  });

  it('is said: a login that may not make tables, until somebody has made them', async () => {
    const shop = await openShop();
    await server.query("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN PASSWORD 'guest'");
    await connect(shop, { user: 'guest', password: 'guest' });
    expect(await shop.test.call('integrations.test', { name: 'postgres' })).toEqual({ problem: 'no-rights' });
    const owner = await openShop();
    await connect(owner);
    await delivered(owner);
    await server.query(
      'GRANT USAGE ON SCHEMA foyer TO guest; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA foyer TO guest',
    );
    expect(await shop.test.call('integrations.test', { name: 'postgres' })).toEqual({ problem: null });
    await server.query('DROP OWNED BY guest; DROP ROLE guest');
  });
});

it('keeps the password out of the data, the answers and the log, and sends it nowhere else', async () => {
  const lines: string[] = [];
  const keep = (message: string) => void lines.push(message);
  const folder = temporaryFolder();
  const shop = await openShop(folder, { info: keep, warn: keep, error: keep });
  await connect(shop, { password: 'hunter2-hunter2', isOn: false });
  await shop.test.call('backup.now', {});
  await shop.test.core.snapshot();
  const shown = await shop.test.call('integrations.get', {});
  expect(shown.postgres).toMatchObject({ host: '127.0.0.1', hasPassword: true });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  const holding = files.filter((name) => readFileSync(join(folder, name)).includes('hunter2'));
  expect(holding).toEqual(['secrets.json']);
  expect(statSync(join(folder, 'secrets.json')).mode & 0o077).toBe(0);
  expect(JSON.stringify([shown, lines])).not.toContain('hunter2');
  const elsewhere = await shop.test.call('integrations.update', { postgres: { host: 'db.example' } });
  expect(elsewhere.postgres.hasPassword).toBe(false);
  expect((await shop.test.core.invoke('integrations.get', {}, 'view')).ok).toBe(false);
});

it('asks TimescaleDB for tables of its kind where it is installed', async () => {
  // Not TimescaleDB itself, which no registry carries: a function by its name that notes how it is called.
  await server.query(`
    CREATE SCHEMA IF NOT EXISTS "time scale";
    CREATE TABLE IF NOT EXISTS "time scale".made (relation regclass, time_column name);
    CREATE OR REPLACE FUNCTION "time scale".create_hypertable(relation regclass, time_column name,
      chunk_time_interval interval, if_not_exists boolean) RETURNS void LANGUAGE sql AS
      'INSERT INTO "time scale".made VALUES (relation, time_column)';
    UPDATE pg_extension SET extname = 'timescaledb', extnamespace = '"time scale"'::regnamespace
      WHERE extname = 'plpgsql'`);
  try {
    const shop = await openShop();
    await connect(shop);
    await delivered(shop);
    expect(await server.query('SELECT relation::text, time_column FROM "time scale".made')).toEqual([
      { relation: 'foyer.quarter_hour', time_column: 'start' },
      { relation: 'foyer.report', time_column: 'start' },
    ]);
  } finally {
    await server.query(`UPDATE pg_extension SET extname = 'plpgsql' WHERE extname = 'timescaledb'`);
  }
});
