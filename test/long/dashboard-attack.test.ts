import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { History, Sharing } from '#shared/domain';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';

const wrongKeys = 100_000;
const reports = 10_000;
const sn = '2010010000000000';

/** @returns the status; 0 when the connection was closed */
function ask(url: string, agent: Agent, key: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${key}` };
    const asked = request(`${url}/api/v1/cameras`, { agent, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('error', () => resolve(0)).end();
  });
}

async function tryKeys(url: string, count: number): Promise<Map<number, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const statuses = new Map<number, number>();
  let left = count;
  const lane = async () => {
    while (left-- > 0) {
      const status = await ask(url, agent, randomBytes(32).toString('base64url'));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 20 }, lane));
  agent.destroy();
  return statuses;
}

/** One report after the other, as one camera sends them. */
async function report(app: HeadlessApp, count: number): Promise<void> {
  const end = Math.floor(Date.now() / 60_000) * 60;
  for (let n = 0; n < count; n++) {
    const [startTime, endTime] = [end - 60 * (n + 1), end - 60 * n];
    const body = { sn, startTime, endTime, time: endTime, in: 1, out: 0 };
    expect(await app.post('/api/camera/dataUpload', body)).toMatchObject({ code: 0 });
  }
}

test('100,000 wrong keys at each port open nothing, and 10,000 reports sent meanwhile are stored', async () => {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const app = await startHeadless(folder);
  onTestFinished(async () => {
    await app.stop();
  });
  const { urls } = await rpc<Sharing>(app, 'sharing.update', { isOn: true, port: 0 });
  const owner = new URL(app.apiUrl).origin;
  const [ofOwner, ofGuests] = await Promise.all([
    tryKeys(owner, wrongKeys),
    tryKeys(urls[0] ?? '', wrongKeys),
    report(app, reports),
  ]);
  for (const statuses of [ofOwner, ofGuests]) {
    statuses.delete(0);
    expect([...statuses.keys()].sort()).toEqual([401, 429]);
    expect(statuses.get(401)).toBeLessThanOrEqual(40);
  }
  expect((await app.api('/cameras')).status).toBe(200);
  const range = { from: '2000-01-01', to: '2100-01-01', by: 'month' };
  const { rows } = await rpc<History>(app, 'history.query', range);
  expect(rows.reduce((sum, row) => sum + (row.in ?? 0), 0)).toBe(reports);
});

test('whoever dawdles over a request is cut off, and 100 who do keep nobody out', async () => {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const app = await startHeadless(folder);
  onTestFinished(async () => {
    await app.stop();
  });
  const { urls } = await rpc<Sharing>(app, 'sharing.update', { isOn: true, port: 0 });
  const guests = new URL(urls[0] ?? '');
  const owner = new URL(app.apiUrl);
  const dawdle = ({ host, port }: URL) =>
    new Promise<void>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port: Number(port) });
      // A letter now and then keeps a connection alive that only silence would end.
      const drip = setInterval(() => socket.write('x'), 1_000);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          clearInterval(drip);
          resolve();
        });
      socket.resume().write(`GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `);
    });
  let isOver = false;
  const all = [...Array<URL>(20).fill(guests), ...Array<URL>(80).fill(owner)];
  const over = Promise.all(all.map(dawdle)).then(() => (isOver = true));
  while (!isOver) {
    await report(app, 20);
    expect((await app.api('/cameras')).status).toBe(200);
  }
  await over;
});
