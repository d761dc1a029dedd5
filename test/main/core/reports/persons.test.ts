import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileSchema } from '#shared/contract';
import { FakeClock } from '../../../support/clock';
import { TestCore } from '../../../support/core';
import { exported } from '../../../support/exports';

const sn = '201001000000000123';
const now = Date.parse('2026-03-10T12:30:00Z');
let app: TestCore;

beforeEach(async () => {
  app = await TestCore.open({ clock: new FakeClock(now) });
});
afterEach(() => app.dispose());

const range = { from: '2026-03-10', to: '2026-03-11' } as const;
const persons = async () => {
  const file = await exported(app.core, { kind: 'persons', ...range, preset: 'plain' });
  return { ...file, rows: parse(file.text, { columns: true }) as unknown as Record<string, string>[] };
};

/** A real-time report of people who passed at given seconds before noon UTC. */
const pass = (people: { secondsBefore: number; type: number; id?: number; height?: number }[], sent = 0) => {
  const noon = Date.parse('2026-03-10T12:00:00Z') / 1000;
  return app.post({
    sn,
    startTime: noon - 60,
    endTime: noon + sent,
    time: noon + sent,
    in: people.filter(({ type }) => type % 100 === 0).length,
    out: people.filter(({ type }) => type % 100 === 1).length,
    eventList: people.map(({ secondsBefore, type, id = 7, height = 171.4 }) => ({
      id,
      timestamp: noon - secondsBefore,
      eventType: type,
      height,
      stayTime: 2340,
    })),
  });
};

test('a line for each person, by time, with what the camera saw of them', async () => {
  await pass([
    { secondsBefore: 10, type: 1, id: 2 },
    { secondsBefore: 40, type: 0, id: 1, height: 120 },
  ]);
  const { rows, fileName } = await persons();
  expect(fileName).toBe('persons_My-shop_2026-03-10_2026-03-10.csv');
  expect(rows).toMatchObject([
    { serial: sn, time: '2026-03-10T12:59:20+01:00', direction: 'in', child: '1', height_cm: '120' },
    { serial: sn, time: '2026-03-10T12:59:50+01:00', direction: 'out', child: '0', height_cm: '171' },
  ]);
});

test('the same person named twice is one, and directions are as the shop sees them', async () => {
  await pass([{ secondsBefore: 10, type: 0 }]);
  // A report of its own, which names the same and somebody else.
  await pass(
    [10, 5].map((secondsBefore) => ({ secondsBefore, type: 0 })),
    20,
  );
  await app.call('cameras.update', { sn, isFlipped: true });
  const { rows } = await persons();
  expect(rows.map(({ time, direction }) => [time, direction])).toEqual([
    ['2026-03-10T12:59:50+01:00', 'out'],
    ['2026-03-10T12:59:55+01:00', 'out'],
  ]);
});

test.each(['view', 'guest'] as const)('are not for the role %s', async (role) => {
  const params = fileSchema.parse({ kind: 'persons', ...range });
  expect(await app.core.openExport(params, role)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});
