import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCore } from '../../../support/core';

let test: TestCore;
beforeEach(async () => {
  test = await TestCore.open();
});
afterEach(() => test.dispose());

describe('settings of alerts', () => {
  it('change one by one, and stay over a start', async () => {
    await test.call('settings.update', { alerts: { cameraBack: false } });
    await test.call('settings.update', { closeToTray: false, alerts: { silentAfterMinutes: 20 } });
    await test.close();
    test = await TestCore.open({ folder: test.folder });
    expect(await test.call('settings.get', {})).toMatchObject({
      closeToTray: false,
      keepAwake: false,
      alerts: { cameraSilent: true, cameraBack: false, silentAfterMinutes: 20, staffMinutes: 30 },
    });
  });

  it.each([
    { webhookUrl: 'https://alerts.example' },
    { silentAfterMinutes: 0 },
    { occupancyLimitPeople: 0 },
    { somethingElse: true },
  ])('refuse %o', async (alerts) => {
    const outcome = await test.core.invoke('settings.update', { alerts }, 'manage');
    expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});
