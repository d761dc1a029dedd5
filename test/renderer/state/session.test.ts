import { expect, it } from 'vitest';
import type { Carrier } from '#shared/carrier';
import { loadSession } from '../../../src/renderer/state/session';

function answering(outcome: unknown): Carrier {
  return { call: () => Promise.resolve(outcome) } as unknown as Carrier;
}
const at = (address: string) => new URL(address) as unknown as Location;
const unreachable = answering({ ok: false, error: { code: 'unavailable', message: '' } });

it.each(['guest', 'view', 'manage'] as const)('is what Foyer says: %s', async (role) => {
  const session = await loadSession(
    answering({ ok: true, result: { role, methods: ['sites.list'] } }),
    at('http://192.168.1.20:8082/'),
  );
  expect(session.role.value).toBe(role);
  expect(session.canManage.value).toBe(role === 'manage');
  expect(session.mayCall('sites.list')).toBe(true);
  expect(session.mayCall('reports.till')).toBe(false);
});

it.each([
  ['http://192.168.1.20:8082/', 'guest'],
  ['http://shop.example/', 'guest'],
  ['http://127.0.0.1:8081/', 'manage'],
  ['http://localhost:8081/', 'manage'],
  ['http://[::1]:8081/', 'manage'],
  ['foyer://app/', 'manage'],
])('without an answer, at %s: %s', async (address, role) => {
  expect((await loadSession(unreachable, at(address))).role.value).toBe(role);
});
