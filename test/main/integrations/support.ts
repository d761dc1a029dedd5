import { onTestFinished } from 'vitest';
import { Integrations } from '../../../src/main/integrations/integrations';
import type { Log } from '../../../src/main/core/types';
import { FakeClock, someMorning } from '../../support/clock';
import { removeFolder, silentLog, temporaryFolder, TestCore } from '../../support/core';

export interface Shop {
  test: TestCore;
  integrations: Integrations;
  close(): Promise<void>;
}

/** The real core with the real ways out. Closed, and its folder removed, when the test ends. */
export async function openShop(folder = temporaryFolder(), log: Log = silentLog): Promise<Shop> {
  const clock = new FakeClock(someMorning);
  const integrations = new Integrations({ dataFolder: folder, clock, log, version: '0.0.0-test' });
  const test = await TestCore.open({ folder, clock, log, host: { integrations } });
  await integrations.start(test.core);
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await integrations.close();
    await test.close();
  };
  onTestFinished(async () => {
    await close();
    removeFolder(folder);
  });
  return { test, integrations, close };
}
