import { expect, onTestFinished, test } from 'vitest';
import { otherAddress } from '../security/support';
import { attack } from '../support/attacks';
import { goodPeople, sendGoodReports } from '../support/good-cameras';
import { startHeadless, temporaryFolder } from '../support/headless';

/** `npm run test:long` does the same with 10,000 reports. */
const REPORTS = 1000;

test('while a device attacks the camera port in every way, every report of the cameras is stored', async () => {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const app = await startHeadless(folder);
  onTestFinished(async () => {
    await app.stop();
  });
  const hostile = attack(app.cameraUrl, await otherAddress(), { floods: 8, idle: 150, largestMib: 1 });
  await sendGoodReports(app, 10, REPORTS);
  await hostile.stop();
  expect(hostile.answered).toBeGreaterThan(0);
  expect(hostile.opened).toBeGreaterThan(0);
  expect(await goodPeople(app)).toBe(REPORTS);
  const health = (await (await app.api('/health')).json()) as { ok: boolean; cameras: number };
  expect(health.ok).toBe(true);
  expect(health.cameras).toBeLessThanOrEqual(200);
});
