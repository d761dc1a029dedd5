import { expect, it } from 'vitest';
import { quickSync } from '../../../../src/main/core/storage/quick-sync';

/** A disk whose syncs take as long as is said. `h`: on the caller's thread, `e`: elsewhere. */
function disk() {
  let nowMs = 0;
  const state = { takesMs: 1, calls: '', failure: null as Error | null };
  const done = (where: string) => {
    state.calls += where;
    nowMs += state.takesMs;
    if (state.failure) throw state.failure;
  };
  const sync = quickSync({
    here: () => done('h'),
    elsewhere: async () => Promise.resolve().then(() => done('e')),
    now: () => nowMs,
  });
  return {
    state,
    sync: async (count: number) => {
      for (let i = 0; i < count; i++) await sync(7);
    },
  };
}

it('syncs a quick disk here', async () => {
  const { state, sync } = disk();
  await sync(300);
  expect(state.calls).toBe('h'.repeat(300));
});

it('syncs a slow disk elsewhere, and tries it here once in a while', async () => {
  const { state, sync } = disk();
  state.takesMs = 12;
  await sync(203);
  expect(state.calls).toBe(`h${'e'.repeat(100)}h${'e'.repeat(100)}h`);
});

it('comes back when a disk is quick again', async () => {
  const { state, sync } = disk();
  state.takesMs = 12;
  await sync(1);
  state.takesMs = 1;
  await sync(110);
  expect(state.calls).toBe(`h${'e'.repeat(100)}${'h'.repeat(10)}`);
});

it('says what fails, in either place', async () => {
  const { state, sync } = disk();
  state.failure = new Error('EIO');
  await expect(sync(1)).rejects.toThrow('EIO');
  state.takesMs = 12;
  await expect(sync(1)).rejects.toThrow('EIO');
  await expect(sync(1)).rejects.toThrow('EIO');
  expect(state.calls).toBe('hhe');
});
