import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { SystemInfo } from '#shared/domain';
import { StartError, startApp, type AppOptions } from '../../src/main/app';
import { DataFolderError } from '../../src/main/core/types';
import { temporaryFolder } from '../support/headless';
import { ownPort } from '../support/own-port';

const out = resolve(import.meta.dirname, '../../out');
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function optionsWith(some: Partial<AppOptions>): Promise<AppOptions> {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  return {
    dataFolder: folder,
    timeZone: 'Europe/Madrid',
    cameraHost: '127.0.0.1',
    cameraPort: 0,
    dashboard: true,
    dashboardPort: 0,
    rendererFolder: resolve(out, 'renderer'),
    files: {
      worker: pathToFileURL(resolve(out, 'main/storage-worker.js')),
      sqliteWasm: pathToFileURL(resolve(out, 'main/sql-wasm.wasm')),
    },
    log: silent,
    ...some,
  };
}

async function start(some: Partial<AppOptions>) {
  const app = await startApp(await optionsWith(some));
  onTestFinished(() => app.close());
  const call = async (method: string, params: unknown = {}) => {
    const outcome = await app.core.invoke(method, params, 'manage');
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.result;
  };
  return { app, call, info: async () => (await call('system.info')) as SystemInfo };
}

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
}

test('a port that is needed and taken stops the start, and lets go of the data folder', async () => {
  const cameraPort = await takenPort();
  const options = await optionsWith({ cameraPort });
  await expect(startApp(options)).rejects.toThrow(StartError);
  await expect(startApp({ ...options, cameraPort: 0, dashboardPort: cameraPort })).rejects.toThrow(
    `Port ${String(cameraPort)} is already in use by another program.`,
  );
  const app = await startApp({ ...options, cameraPort: 0 });
  await app.close();
});

test('with optional ports it goes on, says why, and a change of the setting mends it', async () => {
  const cameraPort = await takenPort();
  const { app, call, info } = await start({
    cameraPort,
    dashboardPort: cameraPort,
    cameraPortOptional: true,
  });
  expect(app).toMatchObject({ cameraUrl: null, dashboardUrl: null, apiUrl: null });
  expect(await info()).toMatchObject({ cameraPort: null });
  expect((await info()).cameraPortProblem).toContain(`Port ${String(cameraPort)} is already in use`);
  await call('settings.update', { cameraPort: 0 });
  expect(app.cameraUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await info()).toMatchObject({ cameraPortProblem: null });
  expect(await (await fetch(app.cameraUrl ?? '')).text()).toContain('Foyer is listening');
});

test('without a dashboard there is only the camera port', async () => {
  const { app } = await start({ dashboard: false });
  expect(app.dashboardUrl).toBeNull();
  expect(app.cameraUrl).not.toBeNull();
});

test('the stored port is used unless another is given', async () => {
  const stored = await ownPort();
  const options = await optionsWith({ cameraPort: stored });
  const first = await startApp(options);
  await first.core.invoke('settings.update', { cameraPort: stored }, 'manage');
  await first.close();
  const { cameraPort: _, ...withoutPort } = options;
  const second = await startApp(withoutPort);
  onTestFinished(() => second.close());
  expect(second.cameraUrl).toBe(`http://127.0.0.1:${String(stored)}`);
});

test('a second app on the same folder is refused', async () => {
  const options = await optionsWith({});
  const app = await startApp(options);
  onTestFinished(() => app.close());
  await expect(startApp(options)).rejects.toThrow(DataFolderError);
});

test('closing twice is closing once', async () => {
  const app = await startApp(await optionsWith({}));
  await Promise.all([app.close(), app.close()]);
  await app.close();
});
