import { recordEarlierWeeks } from './earlier-weeks';
import { fillShop } from './filled-shop';
import type { HeadlessApp } from './headless';
import { rpc } from './rpc';
import { testCamera } from './test-camera';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const minuteMs = 60_000;
export const mainDoor = '2010010000001234';
const doors = [
  { sn: mainDoor, share: 1 },
  { sn: '2010010000001235', share: 0.4 },
  { sn: '2010010000001236', share: 0.15 },
  { sn: 'SN-2024-AB77', share: 0.05 },
];
const firstHour = 9;
const ordinaryDay = [12, 24, 36, 44, 41, 38, 43, 47, 39, 21];
/** From Monday on. */
const ofWeekday = [0.7, 0.75, 0.85, 0.9, 1.15, 1.35, 1.05];

/** Known to most readers; where it is none of these hours it is one of the others. */
const knownCities = ['Europe/Lisbon', 'Europe/Madrid', 'America/New_York', 'America/Sao_Paulo', 'Asia/Tokyo'];

/** A real place in which it is that hour now. @throws if there is none, as for no hour between 0 and 23 */
export function cityWhereItIs(hour: number): string {
  const found = [...knownCities, ...Intl.supportedValuesOf('timeZone')].find((timeZone) => {
    const now = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hour12: false });
    return timeZone.includes('/') && !timeZone.startsWith('Etc/') && Number(now.format()) === hour;
  });
  if (found === undefined) throw new Error(`It is ${String(hour)} o'clock nowhere`);
  return found;
}

/**
 * A shop as it looks after four weeks: every day of them recorded, a till that is noted, a day that is explained,
 * and the afternoon of {@link fillShop}, with the night before it and the minutes since.
 */
export async function furnishShop(app: HeadlessApp, hour: number): Promise<void> {
  const nowMs = Math.floor(Date.now() / minuteMs) * minuteMs;
  const midnightMs = Math.floor(nowMs / hourMs) * hourMs - hour * hourMs;
  for (let daysAhead = 0; daysAhead < 7; daysAhead++) {
    const dayStartMs = midnightMs + daysAhead * dayMs;
    const weekday = (new Date(dayStartMs + hour * hourMs).getUTCDay() + 6) % 7;
    await recordEarlierWeeks(app, {
      sn: mainDoor,
      weeks: 4,
      midnightMs: dayStartMs,
      visitors: (at, weeksAgo) =>
        Math.round(
          (ordinaryDay[at - firstHour] ?? 0) * (ofWeekday[weekday] ?? 1) * (1.1 + 0.09 * (weeksAgo % 3)),
        ),
    });
  }
  await fillShop(app);
  for (const { sn, share } of doors) {
    const camera = testCamera(app, sn);
    const nobody = { in: 0, out: 0, passby: 0, turnback: 0 };
    await camera.report(nobody, { startMs: midnightMs, endMs: midnightMs + firstHour * hourMs });
    const startMs = midnightMs + hour * hourMs;
    const entered = Math.round(((nowMs - startMs) / hourMs) * 34 * share);
    const counts = { in: entered, out: entered, passby: entered * 3, turnback: 0 };
    if (nowMs > startMs) await camera.report(counts, { startMs, endMs: nowMs });
  }
  await tellOfShop(app, midnightMs);
}

/** What the owner typed. */
async function tellOfShop(app: HeadlessApp, midnightMs: number): Promise<void> {
  const [site] = await rpc<{ id: string; date: string }[]>(app, 'sites.list', {});
  if (!site) throw new Error('There is no site');
  await rpc(app, 'sites.update', { id: site.id, name: 'Corner Books' });
  await rpc(app, 'till.setCurrency', { site: site.id, currency: 'EUR' });
  for (let daysAgo = 0; daysAgo < 7; daysAgo++) {
    const date = new Date(Date.parse(site.date) - daysAgo * dayMs).toISOString().slice(0, 10);
    const weekday = (new Date(midnightMs - daysAgo * dayMs + 12 * hourMs).getUTCDay() + 6) % 7;
    const sales = Math.round(104 * (ofWeekday[weekday] ?? 1));
    await rpc(app, 'till.put', {
      site: site.id,
      date,
      transactions: daysAgo === 0 ? 81 : sales,
      takings: (daysAgo === 0 ? 81 : sales) * 2317,
    });
  }
  await rpc(app, 'notes.put', { site: site.id, date: site.date, text: 'Book fair on the square' });
  await rpc(app, 'backup.now', {});
}
