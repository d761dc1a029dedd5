import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('has fonts: different letters have different widths', async () => {
  const page = await browser.newPage();
  await page.setContent('<canvas></canvas>');
  const widths = await page.evaluate(() => {
    const context = document.querySelector('canvas')?.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.font = '40px sans-serif';
    return ['i', 'W', 'é', '8'].map((letter) => Math.round(context.measureText(letter).width));
  });
  expect(new Set(widths).size).toBeGreaterThanOrEqual(3);
});

it('keeps the same-origin policy, as an owner’s browser does', async () => {
  const servers = [
    createServer((_, reply) => reply.end('one')),
    createServer((_, reply) => reply.end('two')),
  ];
  const [one, two] = await Promise.all(
    servers.map(async (server) => {
      await once(server.listen(0, '127.0.0.1'), 'listening');
      return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    }),
  );
  const page = await browser.newPage();
  await page.goto(one ?? '');
  const read = await page.evaluate(
    (address) =>
      fetch(address).then(
        () => 'read',
        () => 'refused',
      ),
    two ?? '',
  );
  for (const server of servers) server.close().closeAllConnections();
  expect(read).toBe('refused');
});
