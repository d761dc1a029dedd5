import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runHeadless, startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';

async function dataFolder(): Promise<string> {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  return folder;
}

async function start(folder: string, args: readonly string[] = []): Promise<HeadlessApp> {
  const app = await startHeadless(folder, args);
  onTestFinished(() => {
    app.child.kill('SIGKILL');
  });
  return app;
}

const sn = '2010010000000000';
/** A minute of yesterday, at a quarter past ten UTC. */
const startTime = Math.floor(Date.now() / 86_400_000) * 86_400 - 86_400 + 10 * 3600 + 15 * 60;
const report = {
  sn,
  startTime,
  endTime: startTime + 60,
  time: startTime + 60,
  in: 3,
  out: 1,
  passby: 7,
  turnback: 0,
};
const day = (offset: number) => new Date((startTime + offset * 86_400) * 1000).toISOString().slice(0, 10);

async function history(app: HeadlessApp): Promise<unknown[]> {
  const response = await app.api(`/history?from=${day(0)}&to=${day(1)}&by=day&camera=${sn}`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { rows: unknown[] }).rows;
}

test('one line of JSON says where everything is', async () => {
  const app = await start(await dataFolder());
  expect(app).toMatchObject({ ready: true, pid: app.child.pid });
  expect(app.cameraUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(app.dashboardUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}$/);
  expect(app.dashboardUrl).toContain(app.apiKey);
  expect(app.apiUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/);
  const { code, stdout, stderr } = await app.stop();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'what was acknowledged is there after %s and a new start',
  async (signal) => {
    const folder = await dataFolder();
    const first = await start(folder, ['--time-zone', 'UTC']);
    expect(
      await first.post('/api/camera/heartBeat', { sn, time: Math.floor(Date.now() / 1000) }),
    ).toMatchObject({
      code: 0,
      data: { sn },
    });
    expect(await first.post('/api/camera/dataUpload', report)).toMatchObject({ code: 0, data: { sn } });
    const before = await history(first);
    expect(before).toMatchObject([{ camera: sn, in: 3, out: 1, passby: 7, turnback: 0 }]);
    expect((await first.stop(signal)).code).toBe(0);
    const second = await start(folder, ['--time-zone', 'UTC']);
    expect(await history(second)).toEqual(before);
    expect((await second.stop()).code).toBe(0);
  },
);

test('the API answers as documented', async () => {
  const app = await start(await dataFolder(), ['--time-zone', 'UTC']);
  await app.post('/dataUpload', report);
  expect(await (await app.api('/cameras')).json()).toMatchObject([
    { sn, name: '', state: 'new', stay: { current: null, people: [] } },
  ]);
  expect(await (await app.api('/sites')).json()).toMatchObject([{ timeZone: 'UTC', occupancy: {} }]);
  expect(await (await app.api('/health')).json()).toMatchObject({ ok: true, cameras: 1 });
  const renamed = await app.api('/rpc/cameras.update', {
    method: 'POST',
    body: JSON.stringify({ sn, name: 'Front door' }),
  });
  expect(await renamed.json()).toMatchObject({ sn, name: 'Front door', state: 'active' });
  const bad = await app.api('/history?from=yesterday&to=today&by=day');
  expect(bad.status).toBe(400);
  expect(await bad.json()).toMatchObject({ error: { code: 'invalid' } });
  const csv = await app.api(`/export.csv?from=${day(0)}&to=${day(1)}&by=hour&preset=plain&camera=${sn}`);
  expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="visitors_.*\.csv"/);
  const [header, ...rows] = (await csv.text()).trimEnd().split(/\r?\n/);
  expect(header).toMatch(/^site,camera,serial,start,end,utc_offset,in,out,passby,turnback,/);
  expect(rows.find((row) => row.includes('T10:00'))).toMatch(/,3,1,7,0,/);
  // A format that only the built app may lack: what makes it is loaded when it is first asked for.
  const workbook = await app.api(`/export.xlsx?from=${day(0)}&to=${day(1)}`);
  expect(workbook.status).toBe(200);
  expect(Buffer.from(await workbook.arrayBuffer()).subarray(0, 4)).toEqual(Buffer.from('PK\x03\x04'));
});

test('bad messages are told what is wrong, and the port goes on', async () => {
  const app = await start(await dataFolder());
  for (const body of ['', '{', '[]', '{}', '{"sn":""}', 'null', '{"sn":"1","in":"x"}']) {
    const reply = (await app.post('/dataUpload', body)) as { code: number; msg: string };
    expect(reply.code, body).toBe(2);
    expect(reply.msg, body).toMatch(/\w+ \w+/);
  }
  expect(await app.post('/elsewhere', report)).toMatchObject({ code: 2 });
  expect(await app.post('/dataUpload', report)).toMatchObject({ code: 0 });
});

test('the camera port moves with the settings', async () => {
  const app = await start(await dataFolder());
  const update = (cameraPort: number) =>
    app.api('/rpc/settings.update', { method: 'POST', body: JSON.stringify({ cameraPort }) });
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => {
    taken.close();
  });
  await new Promise((resolve) => taken.once('listening', resolve));
  const refused = await update((taken.address() as AddressInfo).port);
  expect(refused.status).toBe(409);
  expect(((await refused.json()) as { error: { message: string } }).error.message).toContain(
    'already in use',
  );
  expect(await app.post('/dataUpload', report)).toMatchObject({ code: 0 });
  expect((await update(0)).status).toBe(200);
  const info = (await (await app.api('/rpc/system.info', { method: 'POST' })).json()) as {
    cameraPort: number;
  };
  expect(`http://127.0.0.1:${String(info.cameraPort)}`).not.toBe(app.cameraUrl);
  const moved = await fetch(`http://127.0.0.1:${String(info.cameraPort)}/dataUpload`, {
    method: 'POST',
    body: JSON.stringify({ ...report, in: 4 }),
  });
  expect(await moved.json()).toMatchObject({ code: 0 });
});

test('a start that cannot be is one clear line and exit code 1', async () => {
  const folder = await dataFolder();
  const app = await start(folder);
  const file = join(await dataFolder(), 'file');
  await writeFile(file, '');
  const freePorts = ['--port', '0', '--dashboard-port', '0', '--host', '127.0.0.1'];
  for (const [args, sentence] of [
    [['--prot', '1'], /--prot/],
    [['--port', 'x'], /not a port/],
    [[...freePorts, '--data', folder], /\w/],
    [[...freePorts, '--data', file], /\w/],
    [
      [
        '--port',
        new URL(app.cameraUrl).port,
        '--dashboard-port',
        '0',
        '--host',
        '127.0.0.1',
        '--data',
        await dataFolder(),
      ],
      /already in use/,
    ],
    [
      [
        '--port',
        '0',
        '--dashboard-port',
        new URL(app.apiUrl).port,
        '--host',
        '127.0.0.1',
        '--data',
        await dataFolder(),
      ],
      /already in use/,
    ],
  ] as const) {
    const { code, stdout, stderr } = await runHeadless(args).ended;
    expect({ args, code, stdout }).toEqual({ args, code: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(/^foyer: [^\n]+\n$/);
  }
});
