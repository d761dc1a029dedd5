import fc from 'fast-check';
import { afterAll, afterEach, expect, it } from 'vitest';
import type { HistoryRow } from '#shared/domain';
import { expectAgreement, Stage } from './scenario/check';
import { timeOf, type Event } from './scenario/player';
import { askRows } from './scenario/run';
import { scenario } from './scenario/draw';
import { fixedSeed } from './scenario/size';

const stage = new Stage();
afterEach(() => {
  stage.expectMostPlayed();
});
afterAll(() => stage.dispose());

const numRuns = 120;
const sums = ['in', 'out', 'passby', 'turnback', 'inAdult', 'inChild', 'inStaff'] as const;

/** Sums of the known parts; what nobody told adds nothing. */
function totals(rows: readonly HistoryRow[]): number[] {
  return sums.map((name) => rows.reduce((sum, row) => sum + (row[name] ?? 0), 0));
}

it('gives the same sums by the quarter hour, by day and by month', async () => {
  const agree = fc.asyncProperty(scenario, async (drawn) => {
    const played = await stage.play(drawn);
    for (const sn of played?.serials ?? []) {
      if (!played) return;
      const [quarters, days, months] = await Promise.all(
        (['quarter', 'day', 'month'] as const).map((by) => askRows(played.app, sn, by, played.range)),
      );
      expect(totals(days ?? [])).toEqual(totals(quarters ?? []));
      expect(totals(months ?? [])).toEqual(totals(quarters ?? []));
    }
  });
  await fc.assert(agree, { numRuns, seed: fixedSeed + 1 });
});

it('counts nothing twice when every message comes twice', async () => {
  const twice = (events: Event[]) => events.flatMap((event) => (isPost(event) ? [event, event] : [event]));
  const same = fc.asyncProperty(scenario, async (drawn) => {
    const [once, again] = [await stage.play(drawn), await stage.play(drawn, twice)];
    if (once && again) await expectAgreement({ ...again, expected: once.expected });
  });
  await fc.assert(same, { numRuns, seed: fixedSeed + 2 });
});

it('counts the same when the app is ended or cut off again and again', async () => {
  const restless = (events: Event[]) =>
    events.flatMap((event, i): Event[] =>
      i % 3 === 0 ? [event, { kind: 'restart', at: timeOf(event), how: i % 2 ? 'crash' : 'close' }] : [event],
    );
  const same = fc.asyncProperty(scenario, async (drawn) => {
    const played = await stage.play(drawn, restless);
    if (played) await expectAgreement(played);
  });
  await fc.assert(same, { numRuns: 25, seed: fixedSeed + 3 });
});

function isPost(event: Event): boolean {
  return event.kind === 'oracle' && event.happening.kind === 'post';
}
