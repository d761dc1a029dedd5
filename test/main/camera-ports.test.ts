import { X509Certificate } from 'node:crypto';
import { Agent, request } from 'node:https';
import { connect as connectTls } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { CameraPorts } from '../../src/main/camera-ports';
import { codeOf, otherAddress, post } from '../security/support';
import { FakeClock, someMorning } from '../support/clock';
import { silentLog, temporaryFolder, TestCore } from '../support/core';
import { ownPort } from '../support/own-port';
import { rawConnection } from './server/support';

/** The core with the real listeners as its host. */
async function start(folder = temporaryFolder()) {
  const clock = new FakeClock(someMorning);
  const ports: CameraPorts = new CameraPorts({
    host: '127.0.0.1',
    dataFolder: folder,
    core: () => core.core,
    clock,
    log: silentLog,
  });
  const core = await TestCore.open({ folder, clock, host: ports.hostPart });
  await ports.open(0, await core.call('settings.get', {}));
  const close = async () => {
    await ports.close();
    await core.close();
  };
  return { core, ports, folder, close };
}

type App = Awaited<ReturnType<typeof start>>;

async function started(): Promise<App> {
  const app = await start();
  onTestFinished(async () => {
    await app.ports.close();
    await app.core.dispose();
  });
  return app;
}

const report = (sn: string) => JSON.stringify({ sn, endTime: someMorning / 1000 - 60, in: 1, out: 0 });

/** Posts over TLS. @param ca what the camera trusts; without it any certificate will do */
function postEncrypted(url: string, body: string, ca?: string): Promise<{ code: number }> {
  return new Promise((resolve, reject) => {
    const agent = new Agent(ca === undefined ? { rejectUnauthorized: false } : { ca });
    const sent = request(`${url}/dataUpload`, { method: 'POST', agent }, (response) => {
      let text = '';
      response.on('data', (piece) => (text += String(piece)));
      response.on('end', () => {
        agent.destroy();
        resolve(JSON.parse(text) as { code: number });
      });
    });
    sent.on('error', reject).end(body);
  });
}

function certificateOf(url: string): Promise<X509Certificate> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({
      port: Number(new URL(url).port),
      host: '127.0.0.1',
      rejectUnauthorized: false,
    });
    socket.on('error', reject);
    socket.on('secureConnect', () => {
      resolve(new X509Certificate(socket.getPeerCertificate().raw));
      socket.destroy();
    });
  });
}

test('the encrypted port is off until it is wanted, takes reports beside the other, and goes again', async () => {
  const { core, ports } = await started();
  expect(ports.https.state).toEqual({ port: null, problem: null });
  await core.call('settings.update', { cameraHttpsPort: await ownPort() });
  const url = ports.https.url ?? '';
  expect(url).toMatch(/^https:/);
  expect(await core.call('system.info', {})).toMatchObject({
    cameraHttpsPort: Number(new URL(url).port),
    cameraHttpsProblem: null,
    cameraHttpsSentence: null,
  });
  expect(await postEncrypted(url, report('TLS'), (await certificateOf(url)).toString())).toMatchObject({
    code: 0,
  });
  expect(codeOf(await post(ports.http.url ?? '', report('CLEAR')))).toBe(0);
  expect((await core.camera('TLS')).today.in).toBe(1);
  await core.call('settings.update', { cameraHttpsPort: null });
  expect(ports.https.state).toEqual({ port: null, problem: null });
  await expect(postEncrypted(url, report('TLS'))).rejects.toThrow();
  expect(codeOf(await post(ports.http.url ?? '', report('CLEAR')))).toBe(0);
});

test('both ports cannot be the same: nothing changes and the owner is told', async () => {
  const { core, ports } = await started();
  const port = Number(new URL(ports.http.url ?? '').port);
  const outcome = await core.core.invoke('settings.update', { cameraHttpsPort: port }, 'manage');
  expect(outcome).toMatchObject({ ok: false, error: { code: 'conflict', sentence: { id: 'port-in-use' } } });
  expect(await core.call('settings.get', {})).toMatchObject({ cameraHttpsPort: null });
  expect(codeOf(await post(ports.http.url ?? '', report('CLEAR')))).toBe(0);
});

test('who speaks in clear to the encrypted port is cut off, and nothing else happens', async () => {
  const { core, ports } = await started();
  await core.call('settings.update', { cameraHttpsPort: 0 });
  const connection = await rawConnection(ports.https.url ?? '');
  connection.write('POST /dataUpload HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}');
  expect(await connection.untilClosed()).not.toContain('200');
  expect(await postEncrypted(ports.https.url ?? '', report('TLS'))).toMatchObject({ code: 0 });
});

test('both ports, the list of addresses and the certificate are there again after a restart', async () => {
  const first = await start();
  await first.core.call('settings.update', { cameraHttpsPort: 0, cameraAddresses: ['192.0.2.0/24'] });
  // A free port is another one each time; what was asked for is kept.
  const before = await certificateOf(first.ports.https.url ?? '');
  await first.close();
  const second = await start(first.folder);
  onTestFinished(async () => {
    await second.ports.close();
    await second.core.dispose();
  });
  const after = await certificateOf(second.ports.https.url ?? '');
  expect(after.fingerprint256).toBe(before.fingerprint256);
  const from = await otherAddress();
  if (from === '127.0.0.1') return;
  expect(codeOf(await post(second.ports.http.url ?? '', report('A'), { from }))).toBe(2);
});

test('only listed addresses may send; the others are shown, and may once they are allowed', async () => {
  const { core, ports } = await started();
  const url = ports.http.url ?? '';
  const from = await otherAddress();
  await core.call('settings.update', { cameraAddresses: ['192.0.2.1'] });
  expect(codeOf(await post(url, report('HERE')))).toBe(0);
  if (from === '127.0.0.1') return;
  const refused = await post(url, report('THERE'), { from });
  expect(refused.status).toBe(200);
  expect(JSON.parse(refused.text)).toMatchObject({
    code: 2,
    msg: expect.stringContaining('Allow it') as string,
  });
  expect(await core.call('refused.list', {})).toMatchObject([
    { reason: 'address-not-allowed', address: from },
  ]);
  expect((await core.call('cameras.list', {})).map(({ sn }) => sn)).toEqual(['HERE']);
  await core.call('settings.update', { cameraAddresses: ['192.0.2.1', from] });
  expect(codeOf(await post(url, report('THERE'), { from }))).toBe(0);
});

test('what is no address is not taken into the list', async () => {
  const { core } = await started();
  for (const entry of ['camera', '192.168.1', '10.0.0.0/33', '::1/129', '', '10.0.0.1 ']) {
    const outcome = await core.core.invoke('settings.update', { cameraAddresses: [entry] }, 'manage');
    expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid' } });
  }
});
