import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { methods, type MethodName } from '#shared/contract';
import type { AccessKey, Backup, Correction, SiteSummary, TillImport } from '#shared/domain';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';

/** Every method of the contract is called over HTTP, and its answer held against the OpenAPI document. */

const sn = '20100100000000001';
const other = '20100100000000002';
const dayMs = 86_400_000;
let app: HeadlessApp;
let folder: string;
let removeData: () => Promise<void>;
let schemaOf: (method: string) => z.ZodType;

type Schema = Record<string, unknown>;
interface OpenApi {
  paths: Record<
    string,
    Record<string, { responses: { 200: { content: Record<string, { schema?: Schema }> } } }>
  >;
  components: { schemas: Record<string, Schema> };
}

beforeAll(async () => {
  ({ folder, remove: removeData } = await temporaryFolder());
  await mkdir(join(folder, 'reports'));
  app = await startHeadless(join(folder, 'data'), ['--time-zone', 'UTC']);
  const document = (await (await app.api('/openapi.json')).json()) as OpenApi;
  const $defs = exact(document.components.schemas) as Schema;
  schemaOf = (method) => {
    const { content } = document.paths[`/api/v1/rpc/${method}`]?.['post']?.responses[200] ?? {};
    const schema = content?.['application/json']?.schema;
    if (!schema) throw new Error(`${method} has no schema`);
    return z.fromJSONSchema({ ...(exact(schema) as Schema), $defs } as Parameters<
      typeof z.fromJSONSchema
    >[0]);
  };
  await fill();
});
afterAll(async () => {
  await app.stop();
  await removeData();
});

/** With the names of JSON Schema, and closed: a field that is not described is a mistake here. */
function exact(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(exact);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) =>
    key === '$ref' && typeof value === 'string'
      ? [key, value.replace('#/components/schemas/', '#/$defs/')]
      : [key, exact(value)],
  );
  const closed = 'properties' in schema && !('additionalProperties' in schema);
  return Object.fromEntries(closed ? [...entries, ['additionalProperties', false]] : entries);
}

const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
const range = { from: day(-3), to: day(1) };

/** Two cameras, people in view and counted, a refused message, a correction of the clock. */
async function fill(): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  for (const serial of [sn, other]) {
    await app.post('/api/camera/heartBeat', { sn: serial, time: now - 3600 });
    const window = { startTime: now - 60, endTime: now, time: now };
    const person = { id: 1, timestamp: now - 30, eventType: 0, height: 170 };
    const counts = { in: 3, out: 1, passby: 5, turnback: 1, inAdult: 2, inChild: 1, avgStayTime: 2500 };
    const inView = { currentStay: 1, info: [{ id: 7, height: 165, staytime: 4000 }] };
    await app.post('/api/camera/dataUpload', {
      sn: serial,
      ...window,
      ...counts,
      ...inView,
      eventList: [person],
    });
    const yesterday = now - 86_400;
    const data = [{ startTime: yesterday - 900, endTime: yesterday, time: yesterday, in: 4, out: 4 }];
    await app.post('/api/camera/dataUpload', { sn: serial, data });
  }
  await app.post('/api/camera/dataUpload', { sn, in: -1 });
}

type Params = object | ((answers: Map<MethodName, unknown>) => object);
const site = 'main';
const firstOf = <T>(list: unknown): T => (list as T[])[0] as T;

/** In this order: some need what others have made. */
const calls: [MethodName, Params][] = [
  ['session.get', {}],
  ['system.info', {}],
  ['system.health', {}],
  ['settings.get', {}],
  ['settings.update', { language: 'en', alerts: { occupancyLimitPeople: 50 } }],
  ['cameras.list', {}],
  ['cameras.add', { sn: 'ADDED', name: 'Back door' }],
  ['cameras.update', { sn, name: 'Front door', role: 'entrance' }],
  ['cameras.detail', { sn }],
  ['cameras.requestHistory', { sn }],
  ['cameras.replace', { sn: 'ADDED', by: other }],
  ['cameras.uncounted', {}],
  ['cameras.removeUncounted', {}],
  ['demo.start', {}],
  ['demo.stop', {}],
  ['sites.list', {}],
  ['sites.add', { name: 'Second shop' }],
  [
    'sites.update',
    {
      id: site,
      openingHours: {
        weekly: Array.from({ length: 7 }, () => [{ from: '00:00', to: '23:45' }]),
        exceptions: [{ date: day(1), intervals: [], label: 'Holiday' }],
      },
    },
  ],
  ['sites.setOccupancy', { id: site, inside: 4 }],
  ['sites.occupancyDay', { id: site }],
  ['history.query', { ...range, by: 'hour' }],
  ['insights.compare', { site, ...range }],
  ['insights.usualDay', { site, date: day(0) }],
  ['insights.weekMap', { site, ...range }],
  ['notes.put', { site, date: day(0), text: 'Street fair' }],
  ['notes.list', range],
  ['quality.list', {}],
  ['refused.list', {}],
  ['export.plan', { kind: 'csv', ...range }],
  ['till.setCurrency', { site, currency: 'EUR' }],
  ['till.put', { site, date: day(-1), transactions: 2, takings: 1250 }],
  ['till.import', { site, days: [{ date: day(-2), transactions: 3, takings: 900 }] }],
  ['till.list', { site, ...range }],
  ['reports.till', { site, ...range }],
  ['till.undo', (answers) => ({ undo: (answers.get('till.import') as TillImport).undo })],
  [
    'corrections.put',
    { camera: sn, from: `${day(-1)}T00:00:00Z`, to: `${day(-1)}T01:00:00Z`, in: 3, why: 'Ladder' },
  ],
  ['corrections.list', range],
  ['corrections.remove', (answers) => ({ id: firstOf<Correction>(answers.get('corrections.list')).id })],
  ['integrations.get', {}],
  ['integrations.update', { metrics: { isOn: true } }],
  ['integrations.test', { name: 'mqtt' }],
  ['integrations.status', {}],
  ['schedule.get', {}],
  ['schedule.update', () => ({ folder: join(folder, 'reports'), formats: { day: ['csv'] } })],
  ['schedule.runNow', {}],
  ['schedule.list', {}],
  ['sharing.get', {}],
  ['sharing.update', { isOn: true, port: 0 }],
  ['sharing.pair', {}],
  ['sharing.devices', {}],
  ['sharing.revoke', { id: null }],
  ['keys.create', { name: 'Till', role: 'view' }],
  ['keys.list', {}],
  ['keys.revoke', (answers) => ({ id: firstOf<AccessKey>(answers.get('keys.list')).id })],
  ['backup.now', {}],
  ['backup.list', {}],
  ['backup.restore', (answers) => ({ name: firstOf<Backup>(answers.get('backup.list')).name })],
  ['cameras.remove', { sn: other }],
];

test('each answers what the document says, and nothing else', async () => {
  expect(calls.map(([name]) => name).sort()).toEqual(Object.keys(methods).sort());
  const answers = new Map<MethodName, unknown>();
  for (const [name, params] of calls) {
    const answer = await rpc(app, name, typeof params === 'function' ? params(answers) : params);
    answers.set(name, answer);
    const parsed = schemaOf(name).safeParse(answer);
    expect([name, parsed.error?.issues ?? []]).toEqual([name, []]);
  }
  // What the document does not say is seen.
  const [camera] = answers.get('cameras.list') as Record<string, unknown>[];
  for (const wrong of [
    { ...camera, extra: 1 },
    { ...camera, stay: {} },
    { ...camera, lastSeen: 7 },
  ])
    expect(schemaOf('cameras.list').safeParse([wrong]).success).toBe(false);
  // Else nothing was held against the most of them.
  for (const name of ['cameras.list', 'quality.list', 'refused.list', 'schedule.list', 'till.list'] as const)
    expect([name, JSON.stringify(answers.get(name)).length > 40]).toEqual([name, true]);
  expect((answers.get('sites.list') as SiteSummary[])[0]?.name).toBe('My shop');
});
