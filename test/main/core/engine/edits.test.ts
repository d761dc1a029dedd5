import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FoyerEvent } from '#shared/contract';
import { guestEvent } from '../../../../src/main/core/api/guest';
import { TestCore } from '../../../support/core';

let test: TestCore;
let events: FoyerEvent[];
beforeEach(async () => {
  test = await TestCore.open();
  events = [];
  test.core.subscribe((event) => events.push(event));
});
afterEach(() => test.dispose());

const edited = () => events.flatMap((event) => (event.name === 'edited' ? [event.data.what] : []));

it('tells whoever listens what the owner changed by hand, and nothing of what was refused', async () => {
  const [site] = await test.call('sites.list', {});
  const id = site?.id ?? '';
  await test.call('notes.put', { site: id, date: '2026-10-06', text: 'Sale' });
  await expect.poll(edited).toEqual(['notes']);
  await test.call('till.setCurrency', { site: id, currency: 'EUR' });
  await expect.poll(edited).toEqual(['notes', 'till']);
  await test.call('corrections.remove', { id: 7 }).catch(() => undefined);
  await test.call('sites.update', { id, dayStartHour: 5 });
  await expect.poll(edited).toEqual(['notes', 'till', 'shop']);
});

it('guests hear of what changes the figures that they may see', () => {
  const told = (['notes', 'till', 'corrections', 'shop'] as const).filter((what) =>
    guestEvent({ name: 'edited', data: { what } }),
  );
  expect(told).toEqual(['corrections', 'shop']);
});
