import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Alarm } from '../../../src/main/core/alerts/alarm';
import type { Alert } from '../../../src/main/core/alerts/types';
import { StatusKeeper } from '../../../src/main/integrations/status-keeper';
import { WebhookSender } from '../../../src/main/integrations/webhook/sender';
import { FakeClock, someMorning } from '../../support/clock';
import { silentLog, temporaryFolder } from '../../support/core';
import { sn } from '../core/storage/support';
import { openShop } from './support';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

vi.setConfig({ expect: { poll: { timeout: 60_000, interval: 10 } } });

interface Posted {
  headers: IncomingHttpHeaders;
  path: string;
  text: string;
  body: { id: string; at: string; text: string; alert: Alert };
}

/** A web server that keeps what it gets. @param answers status of each answer in turn, then 204 */
async function receiver(answers: (number | 'hang up')[] = []) {
  const posted: Posted[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    request.on('end', () => {
      const body = JSON.parse(text) as Posted['body'];
      posted.push({ headers: request.headers, path: request.url ?? '', text, body });
      const answer = answers.shift() ?? 204;
      if (answer === 'hang up') request.socket.destroy();
      else response.writeHead(answer, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return { posted, url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

const alertOf = (people: number): Alert => ({ kind: 'enteredWhileClosed', site: 'Shop', people });

function startSender(url: string, secret: string | null = null) {
  const clock = new FakeClock(someMorning);
  const keeper = new StatusKeeper('Webhook', clock, silentLog);
  const sender = new WebhookSender({ url, secret }, clock, keeper, { firstMs: 5, mostMs: 20 });
  onTestFinished(() => sender.stop());
  return { sender, clock, keeper };
}

describe('the sender', () => {
  it('posts what happened, signed, so that the receiver can tell who it is from', async () => {
    const { posted, url } = await receiver();
    const secret = 'the owner’s secret';
    const { sender, keeper } = startSender(`${url}/hook?key=1`, secret);
    sender.tell(alertOf(2), someMorning);
    await expect.poll(() => posted.length).toBe(1);
    const [first] = posted;
    expect(first).toMatchObject({
      path: '/hook?key=1',
      headers: { 'content-type': 'application/json', 'foyer-event-id': first?.body.id },
      body: { at: '2026-03-10T09:00:00.000Z', text: 'Shop: 2 came in while closed.', alert: alertOf(2) },
    });
    const [, seconds = '', signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(first?.headers['foyer-signature'])) ?? [];
    expect(Number(seconds)).toBe(someMorning / 1000);
    expect(signature).toBe(
      createHmac('sha256', secret)
        .update(`${seconds}.${first?.text ?? ''}`)
        .digest('hex'),
    );
    await expect.poll(() => keeper.get(null)).toMatchObject({ state: 'working', problem: null });
  });

  it('tries again until it is taken, the same under the same id, in order, and follows nobody elsewhere', async () => {
    const { posted, url } = await receiver([500, 'hang up', 302]);
    const { sender } = startSender(url);
    sender.tell(alertOf(1), someMorning);
    sender.tell(alertOf(2), someMorning);
    await expect.poll(() => posted.length).toBe(5);
    expect(new Set(posted.slice(0, 4).map(({ body }) => body.id)).size).toBe(1);
    expect(posted.map(({ path }) => path)).toEqual(['/', '/', '/', '/', '/']);
    expect(posted[4]?.body.alert).toEqual(alertOf(2));
    expect(posted[0]?.headers['foyer-signature']).toBeUndefined();
  });

  it('gives up what is an hour old, and keeps the newest hundred', async () => {
    const answers = Array.from({ length: 3 }, () => 500);
    const { posted, url } = await receiver(answers);
    const { sender, clock, keeper } = startSender(url);
    for (let i = 0; i < 150; i++) sender.tell(alertOf(i), someMorning);
    await expect.poll(() => keeper.get(null)).toMatchObject({ state: 'trouble', problem: 'refused' });
    clock.advance(61 * 60_000);
    sender.tell(alertOf(1000), clock.now());
    await expect.poll(() => posted.at(-1)?.body.alert).toEqual(alertOf(1000));
    expect(posted.length).toBeLessThan(110);
  });

  it('shows a name and a password in the address as a login', async () => {
    const { posted, url } = await receiver();
    const { sender } = startSender(url.replace('http://', 'http://me:a%40b@'));
    sender.tell(alertOf(1), someMorning);
    await expect.poll(() => posted[0]?.headers.authorization).toBe(`Basic ${btoa('me:a@b')}`);
  });
});

it('tells of a silent camera without a window, and keeps the address to itself', async () => {
  const { posted, url } = await receiver();
  const lines: string[] = [];
  const keep = (message: string) => void lines.push(message);
  const folder = temporaryFolder();
  const shop = await openShop(folder, { info: keep, warn: keep, error: keep });
  const address = `${url}/hook?key=top-secret-key`;
  await shop.test.call('integrations.update', {
    webhook: { isOn: true, url: address, secret: 'signing-secret' },
  });
  const shown = await shop.test.call('integrations.get', {});
  expect(shown.webhook).toEqual({ isOn: true, host: new URL(url).host, hasSecret: true });
  expect(await shop.test.call('integrations.test', { name: 'webhook' })).toEqual({ problem: null });
  expect(posted[0]?.body.alert).toEqual({ kind: 'test' });

  await shop.test.heartbeat(sn);
  const alarm = new Alarm({ core: shop.test.core, clock: shop.test.clock, log: silentLog });
  onTestFinished(() => {
    alarm.stop();
  });
  alarm.onAlert((alert, at) => {
    shop.integrations.tell(alert, at);
  });
  await alarm.look();
  shop.test.clock.advance(11 * 60_000);
  await alarm.look();
  await expect.poll(() => posted.at(-1)?.body.alert).toMatchObject({ kind: 'cameraSilent', names: [sn] });

  await shop.test.call('backup.now', {});
  await shop.test.core.snapshot();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  const holding = files.filter((name) =>
    /top-secret-key|signing-secret/.test(readFileSync(join(folder, name), 'latin1')),
  );
  expect(holding).toEqual(['secrets.json']);
  expect(JSON.stringify([shown, lines])).not.toMatch(/top-secret-key|signing-secret/);
  const moved = await shop.test.call('integrations.update', {
    webhook: { url: 'https://elsewhere.example/' },
  });
  expect(moved.webhook).toEqual({ isOn: true, host: 'elsewhere.example', hasSecret: false });
});
