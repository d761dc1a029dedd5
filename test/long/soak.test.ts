import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FakeClock, someMorning } from '../support/clock';
import { removeFolder, TestCore } from '../support/core';

const minuteMs = 60_000;
const minutesPerDay = 24 * 60;
const days = 7;
const retentionDays = 2;
const cameras = ['SOAK-1', 'SOAK-2', 'SOAK-3', 'SOAK-4'];

interface Measured {
  day: number;
  heapMb: number;
  outsideHeapMb: number;
  handles: number;
  journalMb: number;
  archiveMb: number;
  snapshotMb: number;
  backups: number;
}

function sizeMb(folder: string, wanted: (name: string) => boolean): number {
  const names = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && wanted(entry.name),
  );
  return names.reduce((sum, { name }) => sum + statSync(join(folder, name)).size, 0) / 2 ** 20;
}

function measure(folder: string, day: number): Measured {
  const { heapUsed, external } = process.memoryUsage();
  const folders = readdirSync(folder);
  const isSnapshot = (name: string) => name.endsWith('.sqlite');
  return {
    day,
    heapMb: heapUsed / 2 ** 20,
    outsideHeapMb: external / 2 ** 20,
    handles: process.getActiveResourcesInfo().length,
    journalMb: sizeMb(folder, (name) => name.endsWith('.log')),
    archiveMb: folders.includes('archive') ? sizeMb(join(folder, 'archive'), () => true) : 0,
    snapshotMb: sizeMb(folder, isSnapshot) / Math.max(1, folders.filter(isSnapshot).length),
    backups: folders.includes('backups') ? readdirSync(join(folder, 'backups')).length : 0,
  };
}

function print(row: Measured): void {
  const cells = Object.entries(row).map(
    ([name, value]) => `${name} ${Number(value).toFixed(name.endsWith('Mb') ? 1 : 0)}`,
  );
  process.stdout.write(`${cells.join(', ')}\n`);
}

test('a week of four cameras: memory, handles and files level off', async () => {
  const clock = new FakeClock(someMorning);
  const shop = await TestCore.open({ clock });
  onTestFinished(() => removeFolder(shop.folder));
  await shop.call('settings.update', { rawRetentionDays: retentionDays });
  const rows: Measured[] = [];
  let visitors = 0;
  for (let day = 1; day <= days; day++) {
    for (let minute = 0; minute < minutesPerDay; minute++) {
      clock.advance(minuteMs);
      const end = clock.now() / 1000;
      const replies = await Promise.all(
        cameras.flatMap((sn, i) => {
          const entered = (minute * 7 + i * 3) % 5;
          visitors += entered;
          const counts = { in: entered, out: (minute + i) % 4, passby: minute % 9, turnback: 0 };
          const eventList = Array.from({ length: entered }, (_, id) => ({
            id: minute * 10 + id,
            timestamp: (end - 30 + id) * 1_000_000,
            eventType: 0,
            height: 120 + ((minute + id) % 70),
            stayTime: 1500,
          }));
          const report = {
            sn,
            startTime: end - 60,
            endTime: end,
            time: end,
            ...counts,
            avgStayTime: 1500,
            eventList,
          };
          const stay = { sn, time: end, currentStay: 1, info: [{ id: minute, height: 170, staytime: 900 }] };
          return [shop.heartbeat(sn), shop.post(report), shop.post(stay)];
        }),
      );
      for (const reply of replies) if (reply.code !== 0) throw new Error(reply.msg);
    }
    globalThis.gc?.();
    const row = measure(shop.folder, day);
    print(row);
    rows.push(row);
  }
  const { rows: history } = await shop.call('history.query', {
    from: '2026-03-01',
    to: '2026-04-01',
    by: 'month',
  });
  expect(history.reduce((sum, row) => sum + (row.in ?? 0), 0)).toBe(visitors);
  await shop.close();

  const [early, late] = [rows[retentionDays + 1], rows.at(-1)];
  if (!early || !late) throw new Error('Nothing was measured');
  // Sums alone go on growing: four cameras, four rows an hour.
  expect(late.snapshotMb).toBeLessThan(early.snapshotMb * 1.3 + 1);
  expect(late.archiveMb).toBeLessThan(early.archiveMb * 1.3 + 1);
  expect(late.journalMb).toBeLessThan(10);
  expect(late.heapMb).toBeLessThan(early.heapMb + 40);
  expect(late.outsideHeapMb).toBeLessThan(early.outsideHeapMb * 1.5 + 20);
  expect(late.handles).toBeLessThanOrEqual(early.handles + 5);
});
