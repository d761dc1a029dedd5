import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Alert } from '../../../src/main/core/alerts/types';
import { shellTexts } from '../../../src/main/shell/texts';
import { postAlert } from '../../../src/main/shell/webhook';
import { silentLog } from '../../support/core';

const alert: Alert = { kind: 'cameraSilent', names: ['Front'], isEveryCamera: false, minutes: 10 };

let server: Server;
let url: string;
let status: number;
let received: string[];
let warnings: string[];
const log = { ...silentLog, warn: (message: string) => void warnings.push(message) };

beforeEach(async () => {
  status = 200;
  received = [];
  warnings = [];
  server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push(`${request.method ?? ''} ${request.url ?? ''} ${body}`);
      response.writeHead(status, { Location: '/elsewhere' }).end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook?key=secret`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

it('posts what happened, as data and in words', async () => {
  await postAlert(url, alert, 0, shellTexts.en, log);
  const [line = ''] = received;
  expect(line).toMatch(/^POST \/hook\?key=secret \{/);
  expect(JSON.parse(line.slice(line.indexOf('{')))).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    title: 'Front is silent',
    body: expect.stringContaining('10 minutes') as string,
    alert,
  });
  expect(warnings).toEqual([]);
});

it.each([500, 302])('an answer of %i is noted, and followed nowhere', async (answer) => {
  status = answer;
  await postAlert(url, alert, 0, shellTexts.en, log);
  expect(received).toHaveLength(1);
  expect(warnings).toHaveLength(1);
  expect(warnings.join()).not.toContain('secret');
});

it('nobody there is no fault of Foyer’s', async () => {
  server.close();
  server.closeAllConnections();
  await postAlert(url, alert, 0, shellTexts.en, log);
  expect(warnings).toHaveLength(1);
  expect(warnings.join()).not.toContain('secret');
});
