import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SentenceId } from '#shared/sentences';
import { TestCore } from '../../../support/core';

let test: TestCore;
beforeEach(async () => {
  test = await TestCore.open();
});
afterEach(() => test.dispose());

it.each<[method: string, params: object, id: SentenceId, values: object]>([
  ['settings.update', { cameraPort: 70_000 }, 'number-most', { most: 65_535 }],
  ['settings.update', { alerts: { silentAfterMinutes: 1 } }, 'number-least', { least: 3 }],
  ['settings.update', { cameraPort: 'door' }, 'number-wanted', {}],
  ['settings.update', { cameraPort: 80.5 }, 'number-wanted', {}],
  ['sites.add', { name: ' ' }, 'name-needed', {}],
  ['sites.add', { name: 'n'.repeat(81) }, 'text-too-long', { most: 80 }],
  ['sites.add', { name: 'Shop', timeZone: 'Atlantis' }, 'zone-unknown', {}],
  ['cameras.add', { sn: 'no such serial' }, 'serial-form', {}],
  ['history.query', { from: 'yesterday', to: 'today' }, 'date-form', {}],
  ['till.setCurrency', { site: 's', currency: 'euro' }, 'currency-form', {}],
  ['integrations.update', { mqtt: { host: 'https://broker' } }, 'host-form', {}],
  ['integrations.update', { webhook: { url: 'ftp://elsewhere' } }, 'web-address-form', {}],
  ['sites.add', { shop: 'Shop' }, 'value-unusable', {}],
])('%s %j can be told in any language', async (method, params, id, values) => {
  const answer = await test.core.invoke(method, params, 'manage');
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', sentence: { id, values } } });
});
