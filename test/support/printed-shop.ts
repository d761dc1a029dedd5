import type { DayNote, SiteSummary } from '#shared/domain';
import type { HeadlessApp } from './headless';
import { rpc } from './rpc';
import { testCamera } from './test-camera';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface PrintedShop {
  site: SiteSummary;
  /** Local dates of a month that is over and has 31 days; `to` is exclusive. */
  month: { from: string; to: string };
}

/** Days of the month that has something to say about gaps. */
const printedDay = 3;
const missingHour = 13;
const missingDay = 10;

const longName = 'Schreibwaren & Geschenke am Marktplatz, Inh. Franziska Obermeier-Wittelsbach';
const longNote =
  'Street fair in front of the shop from noon on, half of the street closed, music until late in the evening; the second till was open.';

/**
 * A shop with all that makes a printed page full: a long name, opening hours, doors, a note on every day, a day
 * without data, an hour without data. The app must have been started in the zone UTC.
 */
export async function fillPrintedShop(app: HeadlessApp): Promise<PrintedShop> {
  const month = lastLongMonth(Date.now());
  const firstMs = Date.parse(month.from) - 35 * dayMs;
  const doors = ['2010010000001234', '2010010000001235'];
  const lastMs = Date.parse(month.to);
  const printedMs = Date.parse(month.from) + (printedDay - 1) * dayMs;
  for (const [door, sn] of doors.entries()) {
    const camera = testCamera(app, sn);
    await camera.heartbeat();
    for (let midnight = firstMs; midnight < lastMs; midnight += dayMs) {
      const ofMonth = new Date(midnight).getUTCDate();
      if (ofMonth === missingDay) continue;
      // The printed day and its partner hour by hour; of the others one report tells all.
      const isPrinted = midnight === printedMs || midnight === printedMs - 7 * dayMs;
      const step = isPrinted ? 1 : 12;
      const reports: Promise<void>[] = [];
      for (let hour = 8; hour < 20; hour += step) {
        if (midnight === printedMs && hour === missingHour) continue;
        const busy = 20 + (((midnight / dayMs) * 7 + hour * 5) % 23);
        const entered = busy * step * (door === 0 ? 4 : 1);
        const startMs = midnight + hour * hourMs;
        const counts = {
          in: entered,
          out: entered - 1,
          passby: entered * 3 + 7,
          turnback: Math.round(entered / 9),
        };
        reports.push(camera.report(counts, { startMs, endMs: startMs + step * hourMs }));
      }
      await Promise.all(reports);
    }
    const name = door === 0 ? 'Haupteingang zur Fußgängerzone' : 'Garden entrance';
    await rpc(app, 'cameras.update', { sn, name });
  }
  const [site] = await rpc<SiteSummary[]>(app, 'sites.list', {});
  if (!site) throw new Error('There is no site');
  const hours = [{ from: '09:00', to: '20:00' }];
  const openingHours = { weekly: Array.from({ length: 7 }, () => hours), exceptions: [] };
  const named = await rpc<SiteSummary>(app, 'sites.update', { id: site.id, name: longName, openingHours });
  for (let midnight = Date.parse(month.from); midnight < lastMs; midnight += dayMs) {
    const date = new Date(midnight).toISOString().slice(0, 10);
    await rpc<DayNote>(app, 'notes.put', { site: site.id, date, text: longNote });
  }
  return { site: named, month };
}

/** The newest month of 31 days that is over, in UTC. */
function lastLongMonth(nowMs: number): { from: string; to: string } {
  const at = new Date(nowMs);
  for (let back = 1; ; back++) {
    const from = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back, 1);
    const to = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back + 1, 1);
    if (to - from === 31 * dayMs) return { from: isoDate(from), to: isoDate(to) };
  }
}

const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);
