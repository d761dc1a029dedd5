import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCore } from '../../../support/core';

let test: TestCore;
beforeEach(async () => {
  test = await TestCore.open();
});
afterEach(() => test.dispose());

const url = 'https://alerts.example/hook?key=secret';

describe('settings of alerts', () => {
  it('change one by one, and stay over a start', async () => {
    await test.call('settings.update', { alerts: { webhookUrl: url } });
    await test.call('settings.update', { closeToTray: false, alerts: { silentAfterMinutes: 20 } });
    await test.close();
    test = await TestCore.open({ folder: test.folder });
    expect(await test.call('settings.get', {})).toMatchObject({
      closeToTray: false,
      keepAwake: false,
      alerts: { cameraSilent: true, silentAfterMinutes: 20, staffMinutes: 30, webhookUrl: url },
    });
  });

  it('show the address they are posted to only to who may change it', async () => {
    await test.call('settings.update', { alerts: { webhookUrl: url } });
    const seen = await test.core.invoke('settings.get', {}, 'view');
    expect(seen).toMatchObject({ ok: true, result: { alerts: { cameraSilent: true, webhookUrl: null } } });
  });

  it.each([
    { webhookUrl: 'file:///etc/passwd' },
    { webhookUrl: 'not an address' },
    { silentAfterMinutes: 0 },
    { occupancyLimitPeople: 0 },
    { somethingElse: true },
  ])('refuse %o', async (alerts) => {
    const outcome = await test.core.invoke('settings.update', { alerts }, 'manage');
    expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});
