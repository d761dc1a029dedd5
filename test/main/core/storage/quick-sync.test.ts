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

const elsewhere = (count: number) => 'e'.repeat(count);

it('syncs a slow disk elsewhere, and tries it here ever more rarely', async () => {
  const { state, sync } = disk();
  state.takesMs = 12;
  await sync(640);
  const runs = [5, 10, 20, 40, 80, 160, 160, 157].map((count) => `h${elsewhere(count)}`);
  expect(state.calls).toBe(runs.join(''));
});

it('leaves a quick disk for a moment after one slow sync', async () => {
  const { state, sync } = disk();
  for (let i = 0; i < 2; i++) {
    state.takesMs = 12;
    await sync(1);
    state.takesMs = 1;
    await sync(15);
  }
  expect(state.calls).toBe(`h${elsewhere(5)}${'h'.repeat(10)}`.repeat(2));
});

it('comes back when a disk is quick again', async () => {
  const { state, sync } = disk();
  state.takesMs = 12;
  await sync(1 + 5 + 1 + 10);
  state.takesMs = 1;
  await sync(10);
  expect(state.calls).toBe(`h${elsewhere(5)}h${elsewhere(10)}${'h'.repeat(10)}`);
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
