import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noMeasures } from '../../../../src/main/core/counting/measures';
import type { NewReport } from '../../../../src/main/core/ingest/report';
import { migrate } from '../../../../src/main/core/storage/schema';
import { openTables, storeOf, watchPlans } from './support';

/** A re-send is known by the window that the device printed, wherever our clock has put the report. */

const minuteMs = 60_000;
const cameras = [1, 2];

const time = fc.integer({ min: 0, max: 5 }).map((minute) => minute * minuteMs);
const report = fc.record({
  camera: fc.constantFrom(...cameras),
  deviceStart: fc.option(time),
  deviceEnd: fc.option(time),
  shift: fc.constantFrom(0, 0, 0, -2 * minuteMs, 3 * minuteMs),
});

function reportOf({
  deviceStart,
  deviceEnd,
  shift,
}: {
  deviceStart: number | null;
  deviceEnd: number | null;
  shift: number;
}): NewReport {
  const end = (deviceEnd ?? 4 * minuteMs) + shift;
  const measures = noMeasures();
  const told = {
    deviceStart,
    deviceEnd,
    sentAt: deviceEnd,
    isShifted: shift !== 0,
    start: end - minuteMs,
    end,
  };
  return { kind: 'interval', ...told, arrived: end, content: 'content', whole: 'whole', measures };
}

it('finds all reports that print a window, and no other', () => {
  fc.assert(
    fc.property(fc.array(report, { maxLength: 30, size: 'max' }), fc.boolean(), (reports, isStartedAnew) => {
      const sql = openTables(cameras);
      let store = storeOf(sql);
      const ids = reports.map((each) => store.add(each.camera, reportOf(each), []).id);
      // What a start knows comes from the file only.
      if (isStartedAnew) store = storeOf(sql);
      for (const { camera, deviceStart, deviceEnd } of reports) {
        const isSame = (other: (typeof reports)[number]) =>
          other.camera === camera && other.deviceStart === deviceStart && other.deviceEnd === deviceEnd;
        const found = store.withDeviceWindow(camera, deviceStart, deviceEnd).map(({ id }) => id);
        expect(found).toEqual(ids.filter((_, i) => isSame(reports[i] as (typeof reports)[number])));
      }
      sql.close();
    }),
  );
});

it('finds them in a file of before, too', () => {
  const sql = openTables(cameras, 40);
  const kept = [0, 3 * minuteMs].map((shift) => reportOf({ deviceStart: 0, deviceEnd: minuteMs, shift }));
  for (const each of kept) storeOf(sql).add(1, each, []);
  migrate(sql);
  expect(storeOf(sql).withDeviceWindow(1, 0, minuteMs)).toMatchObject(kept);
  sql.close();
});

it('looks into an index for them, whatever the report', () => {
  const sql = openTables(cameras);
  const asked = watchPlans(sql);
  const store = storeOf(sql);
  store.add(1, reportOf({ deviceStart: 0, deviceEnd: minuteMs, shift: 0 }), []);
  store.withDeviceWindow(1, 0, minuteMs);
  expect(asked.filter((step) => /SCAN/.test(step))).toEqual([]);
  expect(asked.filter((step) => /SEARCH report USING INDEX/.test(step))).toHaveLength(2);
  sql.close();
});
