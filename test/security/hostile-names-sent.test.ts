import { createServer } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openShop } from '../main/integrations/support';
import { serve } from '../main/server/support';
import { Broker, Subscriber } from '../support/broker';
import { names, nameEverything } from './hostile-shop';
import { hostileNames } from './hostile-values';

vi.setConfig({ expect: { poll: { timeout: 60_000, interval: 5 } } });

/** Hostile names in what Foyer sends to others. */

test('hostile names are data of messages, and no topics of MQTT', async () => {
  const broker = new Broker();
  await broker.up();
  onTestFinished(() => broker.down());
  const subscriber = await Subscriber.open(broker.port, '#');
  onTestFinished(() => subscriber.close());
  const { test: core } = await openShop();
  await nameEverything(core);
  await core.call('integrations.update', { mqtt: { isOn: true, host: '127.0.0.1', port: broker.port } });
  const told = () =>
    [...subscriber.messages].flatMap(([topic, payload]) =>
      topic.startsWith('homeassistant/')
        ? [(JSON.parse(payload) as { device: { name: string } }).device.name]
        : [],
    );
  // Five figures of each shop and six of each camera, and the five of the shop that was there before.
  await expect.poll(() => told().length).toBe(11 * names.length + 5);
  for (const name of names) expect(told().filter((one) => one === name)).toHaveLength(11);
  for (const topic of subscriber.messages.keys()) expect(topic).toMatch(/^[\w-]+(?:\/[\w-]+)+$/);
});

test('hostile names are values of what a webhook gets', async () => {
  const posted: string[] = [];
  const url = await serve(
    createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      request.on('end', () => {
        posted.push(text);
        response.end();
      });
    }),
  );
  const { test: core, integrations } = await openShop();
  await core.call('integrations.update', { webhook: { isOn: true, url } });
  for (const [, site] of hostileNames)
    integrations.tell({ kind: 'enteredWhileClosed', site, people: 1 }, core.clock.now());
  await expect.poll(() => posted.length).toBe(hostileNames.length);
  const sites = posted.map((text) => (JSON.parse(text) as { alert: { site: string } }).alert.site);
  expect(sites).toEqual(hostileNames.map(([, name]) => name));
});
