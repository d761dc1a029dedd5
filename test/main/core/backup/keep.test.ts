import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expiredBackups, type DatedFile } from '../../../../src/main/core/backup/keep';

const dayMs = 86_400_000;
const firstMs = Date.UTC(2025, 0, 1);
const dayAt = (i: number) => new Date(firstMs + i * dayMs).toISOString().slice(0, 10);

function keptOf(files: readonly DatedFile[]): string[] {
  const expired = new Set(expiredBackups(files));
  return files.filter((file) => !expired.has(file)).map((file) => file.name);
}

it('one a day for two years leaves seven days and twelve months', () => {
  let files: DatedFile[] = [];
  for (let i = 0; i < 730; i++) {
    files.push({ name: dayAt(i), day: dayAt(i), sequence: i });
    const expired = new Set(expiredBackups(files));
    files = files.filter((file) => !expired.has(file));
  }
  // The last day of each month, and the last seven days; the newest is both.
  expect(files.map((file) => file.day)).toEqual([
    ...['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
    ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30'],
    ...['2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
  ]);
});

it('of several on one day the newest is kept', () => {
  const files = [3, 1, 2].map((sequence) => ({ name: String(sequence), day: '2026-03-01', sequence }));
  expect(keptOf(files)).toEqual(['3']);
});

it('after a long pause the old ones are still there', () => {
  const files = [0, 1, 2, 300, 600].map((i) => ({ name: dayAt(i), day: dayAt(i), sequence: i }));
  expect(expiredBackups(files)).toEqual([]);
});

it('never takes the newest, and takes nothing the second time', () => {
  const file = fc.record({ day: fc.integer({ min: 0, max: 900 }).map(dayAt), sequence: fc.nat(5000) });
  fc.assert(
    fc.property(
      fc.uniqueArray(file, { minLength: 1, maxLength: 60, size: 'max', selector: (each) => each.sequence }),
      (list) => {
        const files = list.map((each) => ({ ...each, name: `${each.day}/${String(each.sequence)}` }));
        const expired = new Set(expiredBackups(files));
        const kept = files.filter((each) => !expired.has(each));
        const newestDay =
          files
            .map((each) => each.day)
            .sort()
            .at(-1) ?? '';
        const newest = files
          .filter((each) => each.day === newestDay)
          .sort((a, b) => b.sequence - a.sequence)[0];
        expect(kept).toContain(newest);
        expect(kept.length).toBeLessThanOrEqual(7 + 12);
        expect(expiredBackups(kept)).toEqual([]);
      },
    ),
  );
});
