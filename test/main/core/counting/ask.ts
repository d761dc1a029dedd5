import { onTestFinished } from 'vitest';
import type { HistoryRow } from '#shared/domain';
import { FakeClock } from '../../../support/clock';
import { TestCore } from '../../../support/core';

/** 2026-03-10 10:00 in Madrid, at the beginning of a quarter hour. */
export const ten = Date.UTC(2026, 2, 10, 9, 0) / 1000;

/** An app whose clock begins at {@link ten}, gone after the test. */
export async function openCore(): Promise<TestCore> {
  const core = await TestCore.open({ clock: new FakeClock(ten * 1000) });
  onTestFinished(() => core.dispose());
  return core;
}

/** Posts a body that must be accepted, at so many seconds after {@link ten}. */
export async function postAt(core: TestCore, seconds: number, body: object): Promise<void> {
  core.clock.set((ten + seconds) * 1000);
  const reply = await core.post({ sn: 'DOOR', ...body });
  if (reply.code !== 0) throw new Error(reply.msg);
}

/** A heartbeat of a camera whose clock is right, or off by so many seconds. */
export async function heartbeatAt(core: TestCore, seconds: number, offBySeconds = 0): Promise<void> {
  core.clock.set((ten + seconds) * 1000);
  await core.heartbeat('DOOR', core.clock.now() + offBySeconds * 1000);
}

/** History of the camera around {@link ten}, asked a day later. */
export async function rowsBy(core: TestCore, by: 'quarter' | 'day', days = 1): Promise<HistoryRow[]> {
  core.clock.set((ten + days * 86_400) * 1000);
  const from = new Date((ten - 10 * 3600) * 1000).toISOString();
  const to = new Date((ten + 10 * 3600) * 1000).toISOString();
  return (await core.call('history.query', { from, to, by, cameras: ['DOOR'] })).rows;
}

/** Sum over the whole day, of what was told. */
export async function dayTotal(
  core: TestCore,
  name: 'in' | 'out' | 'passby' | 'turnback' | 'inAdult' | 'inChild' | 'inStaff' = 'in',
): Promise<number> {
  return (await rowsBy(core, 'day')).reduce((sum, row) => sum + (row[name] ?? 0), 0);
}

/** The quarter hour that begins so many minutes after {@link ten}. */
export async function quarterAt(core: TestCore, minutes: number): Promise<HistoryRow | undefined> {
  const start = (ten + minutes * 60) * 1000;
  return (await rowsBy(core, 'quarter')).find((row) => Date.parse(row.start) === start);
}

/** Rules that fired for the camera, oldest first. */
export async function rulesOf(core: TestCore): Promise<string[]> {
  const records = await core.call('quality.list', { sn: 'DOOR' });
  return records.map((record) => record.rule).reverse();
}
