import { expect } from 'vitest';
import type { TestCore } from '../support/core';
import { hostileNames, inUtf8, isFormula } from './hostile-values';

export const serials = hostileNames.map((_, i) => `2010010000000${String(100 + i)}`);
/** What of a name can be kept. */
export const kept = (name: string) => inUtf8(name).replaceAll('\0', '\ufffd');
export const names = hostileNames.map(([, name]) => kept(name));
/** As they stand in a table. */
export const cells = names.map((name) => (isFormula(name) ? `'${name}` : name));

/** For each name a shop with one camera and one note, all of that name, which is also the id of a person. */
export async function nameEverything(core: TestCore): Promise<string[]> {
  const end = Math.floor(core.clock.now() / 1000);
  const sites: string[] = [];
  for (const [i, [, name]] of hostileNames.entries()) {
    const sn = serials[i] ?? '';
    const person = { id: name, timestamp: end - 5, eventType: 0 };
    const report = { sn, startTime: end - 60, endTime: end, time: end, in: 1, eventList: [person] };
    expect(await core.post(report)).toMatchObject({ code: 0 });
    const { id, date } = await core.call('sites.add', { name });
    await core.call('cameras.update', { sn, name, site: id });
    await core.call('notes.put', { site: id, date, text: name });
    sites.push(id);
  }
  return sites;
}
