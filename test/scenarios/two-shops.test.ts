import { expect, it, onTestFinished, vi } from 'vitest';
import type { History, IntegrationName, IntegrationStatus } from '#shared/domain';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { login, Postgres } from '../support/postgres';
import { rpc } from '../support/rpc';
import { testCamera } from '../support/test-camera';

vi.setConfig({ expect: { poll: { timeout: 150_000, interval: 100 } } });

const quarterMs = 15 * 60_000;
/** Long enough ago that no quarter hour is still going on. */
const firstMs = Math.floor(Date.now() / quarterMs) * quarterMs - 3 * 24 * 3_600_000;

interface Shop {
  app: HeadlessApp;
  folder: string;
  cameras: string[];
}

async function openShop(server: Postgres, cameras: string[]): Promise<Shop> {
  const { folder, remove } = await temporaryFolder();
  const shop = { app: await startHeadless(folder), folder, cameras };
  onTestFinished(async () => {
    await shop.app.stop();
    await remove();
  });
  await rpc(shop.app, 'integrations.update', {
    postgres: { isOn: true, host: '127.0.0.1', port: server.port, ...login },
  });
  return shop;
}

/** Reports number `from` to `to`, of each camera, two for each quarter hour. */
async function report({ app, cameras }: Shop, from: number, to: number): Promise<void> {
  for (let i = from; i < to; i++) {
    for (const [n, sn] of cameras.entries()) {
      const startMs = firstMs + i * (quarterMs / 2);
      const counts = { in: i + n, out: n, passby: 2 * i, turnback: 1 };
      await testCamera(app, sn).report(counts, { startMs, endMs: startMs + 60_000 });
    }
  }
}

async function statusOf({ app }: Shop): Promise<IntegrationStatus> {
  const all = await rpc<Record<IntegrationName, IntegrationStatus>>(app, 'integrations.status', {});
  return all.postgres;
}

/** `serial start in out passby turnback` of every quarter hour that counts something, as the API tells it. */
async function figuresOf({ app, cameras }: Shop): Promise<string[]> {
  const history = await rpc<History>(app, 'history.query', {
    from: new Date(firstMs).toISOString(),
    to: new Date(firstMs + 2 * 24 * 3_600_000).toISOString(),
    by: 'quarter',
    cameras,
  });
  return history.rows
    .filter((row) => row.in !== null)
    .map(({ camera, start, in: entered, out, passby, turnback }) =>
      [camera, Date.parse(start), entered, out, passby, turnback].join(' '),
    );
}

async function figuresIn(server: Postgres): Promise<string[]> {
  const rows = await server.query<{ line: string }>(
    `SELECT concat_ws(' ', serial, (extract(epoch FROM start) * 1000)::bigint, "in", out, passby, turnback) AS line
     FROM foyer.quarter_hour WHERE "in" IS NOT NULL`,
  );
  return rows.map(({ line }) => line);
}

it('two shops meet in one database that is stopped and killed, and one of them is killed, too', async () => {
  const server = await Postgres.start();
  onTestFinished(() => server.dispose());
  // The same serials: what keeps the shops apart is whose they are.
  const north = await openShop(server, ['1000000000000001', '1000000000000002']);
  const south = await openShop(server, ['1000000000000001', '3000000000000003']);
  await Promise.all([report(north, 0, 6), report(south, 0, 4)]);
  await expect.poll(() => statusOf(north)).toMatchObject({ state: 'working', waiting: 0 });

  await server.down();
  await Promise.all([report(north, 6, 12), report(south, 4, 9)]);
  await expect.poll(() => statusOf(north)).toMatchObject({ state: 'trouble', problem: 'unreachable' });
  await south.app.stop('SIGKILL');
  south.app = await startHeadless(south.folder);
  await server.up();

  // Killed while both are writing to it.
  const writing = Promise.all([report(north, 12, 40), report(south, 9, 30)]);
  await expect.poll(async () => (await figuresIn(server)).length).toBeGreaterThan(20);
  await server.down('SIGKILL');
  await writing;
  await server.up();

  for (const shop of [north, south]) {
    await expect.poll(() => statusOf(shop)).toMatchObject({ state: 'working', problem: null, waiting: 0 });
  }
  const [ofNorth, ofSouth] = [await figuresOf(north), await figuresOf(south)];
  expect([ofNorth.length, ofSouth.length]).toEqual([40, 30]);
  expect((await figuresIn(server)).sort()).toEqual([...ofNorth, ...ofSouth].sort());
  const reports = await server.query(
    'SELECT installation, count(*)::int AS n FROM foyer.report GROUP BY 1 ORDER BY 2',
  );
  expect(reports.map((row) => (row as { n: number }).n)).toEqual([60, 80]);
});
