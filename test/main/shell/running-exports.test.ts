import { expect, it } from 'vitest';
import type { CancelSignal, OnProgress } from '#shared/carrier';
import { RunningExports } from '../../../src/main/shell/running-exports';

const nobody: OnProgress = () => undefined;
const untilCancelled = (signal: CancelSignal) =>
  new Promise<'cancelled'>((resolve) =>
    signal.addEventListener('abort', () => {
      resolve('cancelled');
    }),
  );

it('cancels the one export, of the one page', async () => {
  const exports = new RunningExports();
  const ended: string[] = [];
  const begin = (page: number, id: number) =>
    exports.run(page, id, nobody, untilCancelled).then(() => ended.push(`${String(page)}/${String(id)}`));
  const all = [begin(1, 1), begin(1, 2), begin(11, 1)];
  exports.cancel(2, 1);
  exports.cancel(1, 2);
  await all[1];
  expect(ended).toEqual(['1/2']);
  exports.cancel(1, 1);
  await all[0];
  exports.cancel(11, 1);
  await Promise.all(all);
  expect(ended).toEqual(['1/2', '1/1', '11/1']);
});

it('a page that begins anew with its numbers ends what it had begun before, and can cancel the new one', async () => {
  const exports = new RunningExports();
  const before = exports.run(1, 1, nobody, untilCancelled);
  const after = exports.run(1, 1, nobody, untilCancelled);
  await before;
  exports.cancel(1, 1);
  expect(await after).toBe('cancelled');
});

it('tells progress ten times a second at most, and always the end', async () => {
  let nowMs = 0;
  const exports = new RunningExports(() => nowMs);
  const told: number[] = [];
  await exports.run(
    1,
    1,
    (done) => told.push(done),
    (_signal, onProgress) => {
      for (let done = 0; done <= 100; done++, nowMs += 9) onProgress(done, 100);
      return Promise.resolve();
    },
  );
  expect(told).toEqual([0, 12, 24, 36, 48, 60, 72, 84, 96, 100]);
});
