import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope, nextTick } from 'vue';
import { useEvery } from '../../../src/renderer/state/use-every';

const minuteMs = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 10, 9, 0, 30) });
});
afterEach(() => {
  vi.useRealTimers();
});

async function pass(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await nextTick();
}

it('runs at each full minute, and no more once nobody looks', async () => {
  const task = vi.fn();
  const scope = effectScope();
  scope.run(() => {
    useEvery(minuteMs, task);
  });
  await pass(29_000);
  expect(task).not.toHaveBeenCalled();
  await pass(2_000);
  expect(task).toHaveBeenCalledTimes(1);
  await pass(minuteMs);
  expect(task).toHaveBeenCalledTimes(2);
  scope.stop();
  await pass(2 * minuteMs);
  expect(task).toHaveBeenCalledTimes(2);
});
