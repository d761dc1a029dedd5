import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { expect, onTestFinished, test } from 'vitest';
import { Integrations } from '../../src/main/integrations/integrations';
import { FakeClock, someMorning } from '../support/clock';
import { silentLog } from '../support/core';
import { testFolder } from '../support/test-folder';
import { openShop, type Shop } from './dashboard-support';
import { cells, kept, nameEverything, names, serials } from './hostile-shop';
import { hostileNames, isFileName, isFormula, readMetrics } from './hostile-values';

/** Hostile names in files and answers. The pages are tried in `test/scenarios/hostile-names.test.ts`. */

interface Named {
  shop: Shop;
  sites: string[];
  get(path: string): Promise<Response>;
  /** A file of the day. */
  file(path: string, query?: string): Promise<Response>;
}

/** What hostile names are in each output. */
const outputs: Record<string, (named: Named) => Promise<void>> = {
  'one cell of a table each, and no formula': async ({ file }) => {
    const kinds = [
      ['excel', ','],
      ['plain', ','],
      ['tab', '\t'],
    ] as const;
    for (const [preset, delimiter] of kinds) {
      const text = await (await file('export.csv', `&by=day&preset=${preset}`)).text();
      const found = rowsOf(text, delimiter).map(({ site, camera, note }) => [site, camera, note]);
      expect(found.sort()).toEqual(cells.map((cell) => [cell, cell, cell]).sort());
    }
    const raw = rowsOf(await (await file('export.csv', '&by=raw')).text());
    expect(raw.map(({ site, camera }) => [site, camera]).sort()).toEqual(
      cells.map((cell) => [cell, cell]).sort(),
    );
  },

  'one cell as the id of a person, too': async ({ file }) => {
    const rows = rowsOf(await (await file('persons.csv', '&preset=plain')).text());
    expect(rows).toHaveLength(names.length);
    for (const [, typed] of hostileNames) {
      const id = typed.slice(0, 64);
      // What a camera sends is kept as SQLite keeps it: up to a NUL, and half a pair not at all.
      if (kept(id) !== id) continue;
      expect(rows.map((row) => row['person_id'])).toContain(isFormula(id) ? `'${id}` : id);
    }
  },

  'text in a workbook': async ({ file }) => {
    const bytes = Buffer.from(await (await file('export.xlsx')).arrayBuffer());
    const book = read(bytes, { cellFormula: true });
    for (const sheet of Object.values(book.Sheets)) {
      for (const cell of Object.values(sheet)) expect(cell).not.toHaveProperty('f');
    }
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['Cameras'] ?? {});
    expect(rows.map((row) => row['camera']).sort()).toEqual(names.map(ofXml).sort());
    expect(rows.map((row) => row['site']).sort()).toEqual(names.map(ofXml).sort());
  },

  'one label of a metric each': async ({ get }) => {
    const samples = readMetrics(await (await get('/metrics')).text());
    expect(samples.filter(({ metric }) => metric === 'foyer_healthy')).toMatchObject([{ value: 1 }]);
    const online = samples.filter(({ metric }) => metric === 'foyer_camera_online');
    const found = online.map(({ labels }) => [labels['camera'], labels['site']]);
    expect(found.sort()).toEqual(names.map((name) => [name, name]).sort());
  },

  'values in JSON, and nothing in the description of the API': async ({ get }) => {
    const cameras = (await (await get('/api/v1/cameras')).json()) as { name: string }[];
    expect(cameras.map(({ name }) => name).sort()).toEqual([...names].sort());
    const description = await (await get('/api/v1/openapi.json')).text();
    for (const name of names) expect(description).not.toContain(JSON.stringify(name));
  },

  'each a value in lines of the archive': async ({ get }) => {
    const text = await (await get('/api/v1/archive.ndjson')).text();
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.stringify(JSON.parse(line)));
    for (const name of names) {
      // The shop, its camera and its note.
      const written = JSON.stringify(name);
      expect(lines.filter((line) => line.includes(written)).length).toBeGreaterThanOrEqual(3);
    }
  },

  'file names that every system takes, and no headers': async ({ shop, sites, file }) => {
    for (const site of sites) {
      const { headers, body } = await file('persons.csv', `&site=${site}`);
      await body?.cancel();
      expect(headers.get('set-cookie')).toBeNull();
      const disposition = headers.get('content-disposition') ?? '';
      const [, plain = '', encoded = ''] =
        /^attachment; filename="([^"]*)"; filename\*=UTF-8''([\w.!~%-]*)$/.exec(disposition) ?? [];
      expect(plain).toMatch(/^[\x20-\x7e]+$/);
      const range = { from: '2026-03-01', to: '2026-03-31', site };
      const plan = await shop.core.call('export.plan', { kind: 'xlsx', ...range, by: 'quarter' });
      for (const name of [decodeURIComponent(encoded), plan.fileName])
        expect([name, isFileName(name)]).toEqual([name, true]);
    }
  },

  'values in events of one line': async ({ shop }) => {
    const stopped = new AbortController();
    const options = { headers: shop.byKey, signal: stopped.signal };
    const answer = await fetch(`${shop.owner}/api/v1/events`, options);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (const sn of serials) await shop.core.call('cameras.update', { sn, uploadInterval: 5 });
    const found = new Set<string>();
    for (let text = ''; found.size < names.length;) {
      text += (await reader?.read())?.value ?? '';
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        expect(line).toMatch(/^(?:$|:|id: |event: |data: |retry: )/);
        if (!line.startsWith('data: {"camera"')) continue;
        const { camera, site } = JSON.parse(line.slice(6)) as Record<'camera' | 'site', { name: string }>;
        expect(camera.name).toBe(site.name);
        found.add(camera.name);
      }
    }
    stopped.abort();
    expect([...found].sort()).toEqual([...names].sort());
  },

  'nothing on the pages of the ports': async ({ shop }) => {
    for (const url of [shop.url, shop.guests, shop.owner]) {
      const page = await (await fetch(url)).text();
      for (const name of names) expect(page).not.toContain(name);
    }
  },
};

test.each(Object.entries(outputs))('hostile names are %s', async (_what, check) => {
  const shop = await openShopWithMetrics();
  const get = async (path: string) => {
    const answer = await fetch(shop.owner + path, { headers: shop.byKey });
    expect(answer.status).toBe(200);
    return answer;
  };
  const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const now = shop.core.clock.now();
  const range = `from=${dayOf(now)}&to=${dayOf(now + 86_400_000)}`;
  const file = (path: string, query = '') => get(`/api/v1/${path}?${range}${query}`);
  await check({ shop, sites: await nameEverything(shop.core), get, file });
});

test('what is no name is refused, and a serial like these is no serial', async () => {
  const { core } = await openShop();
  const sn = serials[0] ?? '';
  await core.call('cameras.add', { sn });
  for (const name of ['x'.repeat(10_000), ' \n ', '', 7, { toString: 'x' }, ['x']])
    expect(await core.core.invoke('cameras.update', { sn, name }, 'manage')).toMatchObject({
      error: { code: 'invalid' },
    });
  for (const [, name] of hostileNames.filter(([, one]) => !/^[\w.:-]+$/.test(one)))
    expect(await core.post({ sn: name, endTime: 1_773_000_000, in: 1 })).toMatchObject({ code: 2 });
  expect(await core.call('cameras.list', {})).toHaveLength(1);
});

function rowsOf(text: string, delimiter = ','): Record<string, string>[] {
  const options = { columns: true, delimiter, bom: true } as const;
  const rows = parse(text, options) as unknown as Record<string, string>[];
  for (const row of rows) {
    // Figures, and the offset of the zone, are Foyer's own.
    for (const [column, cell] of Object.entries(row)) {
      if (column !== 'utc_offset') expect([cell, isFormula(cell)]).toEqual([cell, false]);
    }
  }
  return rows;
}

/** XML knows one kind of line break. */
function ofXml(name: string): string {
  return name.replaceAll('\r\n', '\n');
}

async function openShopWithMetrics(): Promise<Shop> {
  const folder = testFolder();
  const clock = new FakeClock(someMorning);
  const integrations = new Integrations({ dataFolder: folder, clock, log: silentLog, version: '0.0.0-test' });
  const shop = await openShop({ folder, clock, host: { integrations } });
  await integrations.start(shop.core.core);
  onTestFinished(() => integrations.close());
  await shop.core.call('integrations.update', { metrics: { isOn: true } });
  return shop;
}
