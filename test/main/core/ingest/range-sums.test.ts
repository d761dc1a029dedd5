import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noMeasures, type Measures } from '../../../../src/main/core/counting/measures';
import { QUARTER_MS } from '../../../../src/main/core/counting/spread';
import { SumStore } from '../../../../src/main/core/ingest/sum-store';
import { measureColumns, migrate } from '../../../../src/main/core/storage/schema';
import { loadSqlite, Sql } from '../../../../src/main/core/storage/sql';
import { sqliteWasmPath } from '../../../support/core';

const sqlite = await loadSqlite(sqliteWasmPath);
const QUARTERS = 400;

function emptyShop(): Sql {
  const sql = new Sql(sqlite, null);
  migrate(sql);
  sql.run("INSERT INTO site (id, name, time_zone, day_start_hour) VALUES ('main', 'Shop', 'UTC', 4)");
  for (const id of [1, 2]) {
    sql.run(
      "INSERT INTO camera (id, sn, site_id, state, first_seen, record) VALUES (?, ?, 'main', 'new', 0, '{}')",
      [id, `camera-${id}`],
    );
  }
  return sql;
}

function count(people: number): Measures {
  const measures = noMeasures();
  measures[0] = people;
  return measures;
}

/** Short and long ones, gaps between them, the last first. */
function partsOf(from: number, until: number): { from: number; until: number }[] {
  const parts = [];
  for (let at = from, length = 1; at < until; at += length + (length % 3), length = (length % 23) + 1) {
    parts.push({ from: at, until: at + length });
  }
  return parts.reverse();
}

const camera = fc.constantFrom(1, 2);
const quarter = fc.nat(QUARTERS - 1);
const countOne = fc.record({ do: fc.constant('count' as const), camera, quarter, people: fc.nat(9) });
const countAndTakeBack = fc.record({
  do: fc.constant('take back' as const),
  camera,
  quarter,
  people: fc.nat(9),
});
// Few of them, so that the same is asked again.
const ask = fc.record({
  do: fc.constant('ask' as const),
  camera,
  from: fc.constantFrom(0, 90, 200),
  length: fc.constantFrom(0, 10, 96, 200, 300),
});
const keepDay = fc.record({
  do: fc.constant('keep' as const),
  camera,
  from: fc.constantFrom(0, 90, 96, 100, 200),
  length: fc.constantFrom(92, 96, 100),
});
const remove = fc.record({ do: fc.constant('remove' as const), camera });
const step = fc.oneof(
  { weight: 5, arbitrary: countOne },
  { weight: 1, arbitrary: countAndTakeBack },
  { weight: 6, arbitrary: ask },
  { weight: 3, arbitrary: keepDay },
  { weight: 1, arbitrary: remove },
);

it('never tells a sum that is out of date', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const sql = emptyShop();
      const sums = new SumStore(sql);
      const write = (cameraId: number, at: number, people: number) => {
        const start = at * QUARTER_MS;
        sums.add(cameraId, { start, end: start + QUARTER_MS, measures: count(people) });
        sums.coverLive(cameraId, { start, end: start + QUARTER_MS });
        sums.flush();
      };
      for (const each of steps) {
        if (each.do === 'count') write(each.camera, each.quarter, each.people);
        else if (each.do === 'keep') {
          const day = { from: each.from, until: each.from + each.length };
          const sum = sums.ranges.over(each.camera, day.from, day.until);
          if (sum) sums.ranges.days.keep(each.camera, day, sum);
        } else if (each.do === 'remove') sums.remove(each.camera);
        else if (each.do === 'take back') {
          sql.run('BEGIN');
          write(each.camera, each.quarter, each.people);
          // Somebody may ask in the middle of it.
          sums.ranges.over(each.camera, 0, QUARTERS);
          sql.run('ROLLBACK');
          sums.reload();
        } else {
          const until = each.from + each.length;
          const [covered, ...measures] =
            sql.get(
              `SELECT sum(covered), ${measureColumns.map((column) => `sum(${column})`).join(', ')} FROM quarter
               WHERE camera_id = ? AND quarter >= ? AND quarter < ?`,
              [each.camera, each.from, until],
            ) ?? [];
          const expected = covered === null ? null : { covered, measures };
          expect(sums.ranges.over(each.camera, each.from, until)).toEqual(expected);
          expect(sums.ranges.over(each.camera, each.from, until)).toEqual(expected);
          const parts = partsOf(each.from, until);
          expect(sums.ranges.overAll(each.camera, parts)).toEqual(
            parts.map((part) => sums.ranges.over(each.camera, part.from, part.until)),
          );
        }
      }
      sql.close();
    }),
    { numRuns: 60 },
  );
});
