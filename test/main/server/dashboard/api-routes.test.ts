import { expect, test } from 'vitest';
import { errorCodes } from '#shared/contract';
import { startDashboard, withKey } from './support';

test.each([
  ['/cameras', 'cameras.list', {}],
  ['/sites', 'sites.list', {}],
  ['/health', 'system.health', {}],
  [
    '/history?from=2026-03-01&to=2026-03-02&by=hour&camera=1&camera=2&site=main',
    'history.query',
    { from: '2026-03-01', to: '2026-03-02', by: 'hour', cameras: ['1', '2'], site: 'main' },
  ],
])('GET %s asks %s', async (path, method, params) => {
  const { api, core } = await startDashboard();
  const response = await fetch(api + path, { headers: withKey });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual(['answer']);
  expect(core.calls).toEqual([{ method, params, role: 'manage' }]);
});

test.each(errorCodes.map((code, index) => [code, [400, 403, 404, 409, 503, 500][index]] as const))(
  'the failure %s is status %s',
  async (code, status) => {
    const { api, core } = await startDashboard();
    core.answer = () => ({ ok: false, error: { code, message: 'A sentence.' } });
    for (const request of [
      fetch(`${api}/cameras`, { headers: withKey }),
      fetch(`${api}/rpc/any`, { headers: withKey, method: 'POST' }),
    ]) {
      const response = await request;
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual({ error: { code, message: 'A sentence.' } });
    }
  },
);

test('a misspelt parameter is refused instead of ignored', async () => {
  const { api, core } = await startDashboard();
  const response = await fetch(`${api}/history?form=2026-03-01`, { headers: withKey });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: 'invalid' } });
  expect(core.calls).toEqual([]);
});

test('rpc passes any method and its parameters on', async () => {
  const { api, core } = await startDashboard();
  const call = (method: string, body?: string) =>
    fetch(`${api}/rpc/${method}`, {
      method: 'POST',
      headers: withKey,
      ...(body === undefined ? {} : { body }),
    });
  core.answer = () => ({ ok: true, result: null });
  const response = await call('cameras.update', '{"sn":"1","name":"Door"}');
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('null');
  await call('settings.get');
  await call('no.such%2Fmethod', '[]');
  expect(core.calls).toEqual([
    { method: 'cameras.update', params: { sn: '1', name: 'Door' }, role: 'manage' },
    { method: 'settings.get', params: {}, role: 'manage' },
    { method: 'no.such/method', params: [], role: 'manage' },
  ]);
});

test('rpc refuses what is no JSON, and more than 1 MiB', async () => {
  const { api, core } = await startDashboard();
  const call = (body: string) => fetch(`${api}/rpc/x`, { method: 'POST', headers: withKey, body });
  expect((await call('{')).status).toBe(400);
  const tooLarge = await call(`"${'x'.repeat(1024 * 1024)}"`);
  expect(tooLarge.status).toBe(413);
  expect(await tooLarge.json()).toMatchObject({ error: { code: 'invalid' } });
  expect(core.calls).toEqual([]);
});

test.each([
  ['GET', '/nothing'],
  ['GET', '/rpc/cameras.list'],
  ['POST', '/cameras'],
  ['GET', '/Cameras'],
])('%s %s is 404 in JSON', async (method, path) => {
  const { api } = await startDashboard();
  const response = await fetch(api + path, { method, headers: withKey });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: 'not-found' } });
});

test('a fault inside is 500 without its details', async () => {
  const { api, core, log } = await startDashboard();
  core.answer = () => {
    throw new Error('secret detail');
  };
  const response = await fetch(`${api}/cameras`, { headers: withKey });
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    error: { code: 'internal', message: 'Something went wrong inside Foyer.' },
  });
  expect(log.lines.join()).toContain('secret detail');
});
