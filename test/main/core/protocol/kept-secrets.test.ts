import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Log } from '../../../../src/main/core/types';
import { removeFolder, TestCore } from '../../../support/core';
import { endpointOf, fixture, fixtureNames } from './fixtures';

const secret = 'Xk9-tulips';
const at = 1773129600;
const flow = { startTime: at, endTime: at + 60, time: at + 60, in: 1, out: 0, passby: 0, turnback: 0 };

/** Bodies that hold the secret; the serial says what becomes of them. */
const bodies: [string, unknown][] = [
  ['a heartbeat', { sn: 'A1', time: at, wifiPassword: secret }],
  ['a report', { ...flow, sn: 'A2', wifiPassword: secret }],
  [
    'another name, deep down',
    { ...flow, sn: 'A3', network: [{ wlan: { PSK: secret, auth_token: secret } }] },
  ],
  ['inside a count', { ...flow, sn: 'A4', in: { password: secret }, passby: [{ pwd: secret }] }],
  ['inside a person', { ...flow, sn: 'A5', eventList: [{ eventType: 9, userPassword: secret }] }],
  ['inside a stay', { sn: 'A6', currentStay: 1, info: [{ id: 1, secretKey: secret }] }],
  ['inside an item', { sn: 'A7', data: [{ ...flow, wifiPassword: secret }, { passphrase: secret }] }],
  ['escaped', `{"sn":"A8","time":${at},"wifiP\\u0061ssword":"${secret}"}`],
  ['given twice', `{"sn":"A9","time":${at},"net":{"password":"${secret}"},"net":0}`],
  ['in a text', { sn: 'A10', time: at, config: JSON.stringify({ wifiPassword: secret }) }],
  ['refused: no serial', { ...flow, wifiPassword: secret }],
  ['refused: an odd serial', { ...flow, sn: { password: secret } }],
  ['refused: no content', { sn: 'B1', wifiPassword: secret }],
  ['refused: blocked', { ...flow, sn: 'BLOCKED', wifiPassword: secret }],
  ['refused: cut short', `{"sn":"B2","wifiPassword":"${secret}","in":`],
  ['refused: cut inside', `{"sn":"B3","wifiPassword":"${secret}`],
  ['refused: escaped and cut', `{"sn":"B4","wifiP\\u0061ssword":"${secret}","in":`],
  ['refused: a form', `sn=B5&wifiPassword=${secret}`],
  ['refused: long before it', `{"sn":"B6","x":"${'x'.repeat(1900)}","wifiPassword":"${secret}"`],
];

function keepingLog(): Log & { text: string } {
  const log = {
    text: '',
    info: (message: string) => void (log.text += message),
    warn: (message: string) => void (log.text += message),
    error: (message: string, cause?: unknown) =>
      void (log.text += `${message}${cause instanceof Error ? `${cause.message}${cause.stack}` : String(cause)}`),
  };
  return log;
}

/** Every byte of every file, plain and as SQLite might have cut it. */
function contentOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');
}

test('a password that a camera sends is nowhere', async () => {
  const log = keepingLog();
  const core = await TestCore.open({ log });
  try {
    await core.call('cameras.add', { sn: 'BLOCKED' });
    await core.call('cameras.update', { sn: 'BLOCKED', state: 'blocked' });
    const seen: unknown[] = [];
    core.core.subscribe((event) => void seen.push(event));
    for (const [name, body] of bodies) {
      const endpoint = name.includes('heartbeat') ? 'heartbeat' : 'upload';
      const reply = await core.post(
        body,
        ['escaped', 'given twice', 'in a text'].includes(name) ? 'heartbeat' : endpoint,
      );
      seen.push(reply);
      expect([name, reply.code]).toEqual([
        name,
        name === 'refused: blocked' ? 1 : name.startsWith('refused') ? 2 : 0,
      ]);
      seen.push(await core.post(body, 'unknown'), await core.post(body, 'opaque'));
    }
    seen.push(await core.call('refused.list', {}), await core.call('quality.list', { limit: 1000 }));
    seen.push(await core.call('cameras.list', {}));
    expect(JSON.stringify(seen)).toContain('A10');
    expect(JSON.stringify(seen)).not.toContain(secret);

    const journal = contentOf(core.folder);
    expect(journal).toContain('"sn":"A10"');
    expect(journal).not.toContain(secret);
    await core.close();
    const snapshot = contentOf(core.folder);
    expect(snapshot).toContain('SQLite format 3');
    expect(snapshot).toContain('A10');
    expect(snapshot).not.toContain(secret);
    expect(log.text).not.toContain(secret);
  } finally {
    await core.close();
    removeFolder(core.folder);
  }
});

test('the fixtures hold one, and it is not kept either', async () => {
  const core = await TestCore.open();
  const fixtures = fixtureNames.map((name) => Buffer.from(fixture(name)).toString());
  expect(fixtures.filter((text) => text.includes('tulips-and-roses')).length).toBeGreaterThanOrEqual(3);
  try {
    for (const name of fixtureNames) await core.post(fixture(name), endpointOf(name));
    expect(contentOf(core.folder)).toContain('FX-RAW-7');
    expect(contentOf(core.folder)).not.toContain('tulips-and-roses');
  } finally {
    await core.dispose();
  }
});
