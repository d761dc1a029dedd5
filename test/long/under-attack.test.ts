import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { otherAddress } from '../security/support';
import { attack } from '../support/attacks';
import { goodPeople, sendGoodReports } from '../support/good-cameras';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';

async function started(): Promise<HeadlessApp & { folder: string }> {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const app = await startHeadless(folder);
  onTestFinished(async () => {
    await app.stop();
  });
  return { ...app, folder };
}

/** Megabytes that a process holds; only Linux tells. */
function residentMb(pid: number): number {
  if (process.platform !== 'linux') return 0;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

test('of 10,000 reports that are sent while the port is attacked all are stored', async () => {
  const app = await started();
  const hostile = attack(app.cameraUrl, await otherAddress(), { floods: 32, idle: 600, largestMib: 15 });
  await sendGoodReports(app, 10, 10_000);
  await hostile.stop();
  process.stdout.write(
    `${String(hostile.answered)} hostile requests, ${String(hostile.opened)} connections; `,
  );
  expect(await goodPeople(app)).toBe(10_000);
  const bytes = readdirSync(app.folder).reduce((sum, name) => sum + statSync(join(app.folder, name)).size, 0);
  process.stdout.write(
    `${residentMb(app.pid).toFixed(0)} MB in memory, ${(bytes / 1e6).toFixed(0)} MB on disk\n`,
  );
  expect(residentMb(app.pid)).toBeLessThan(1500);
});

test('a hundred thousand serials over the network leave 200 cameras', async () => {
  const app = await started();
  const agent = { floods: 64, idle: 0, largestMib: 0.001 };
  // From this computer, which is never held back: another would need half an hour.
  const hostile = attack(app.cameraUrl, '127.0.0.1', agent);
  while (hostile.answered < 100_000) await new Promise((resolve) => setTimeout(resolve, 100));
  await hostile.stop();
  expect((await rpc<unknown[]>(app, 'cameras.list', {})).length).toBe(200);
  expect((await rpc<unknown[]>(app, 'refused.list', { limit: 500 })).length).toBe(500);
});

test('ninety days of minutes in one answer are taken', async () => {
  const app = await started();
  const end = Math.floor(Date.now() / 60_000) * 60;
  const data = Array.from({ length: 90 * 1440 }, (_, i) => ({
    startTime: end - 60 * (i + 1),
    endTime: end - 60 * i,
    in: 1,
    out: 0,
    passby: 0,
    turnback: 0,
  }));
  expect(await app.post('/dataUpload', { sn: 'GOOD-90', len: data.length, data })).toMatchObject({ code: 0 });
  expect(await goodPeople(app)).toBe(90 * 1440);
});
