import { describe, expect, it } from 'vitest';
import type { ChartSlot } from '../../../src/renderer/charts/series';
import { dayStory, type StoryFacts } from '../../../src/renderer/features/today/day-story';

const hourMs = 3_600_000;
const slot = (hour: number, entered: number | null, state: ChartSlot['state'] = 'recorded'): ChartSlot => ({
  startMs: hour * hourMs,
  in: entered,
  out: 0,
  state,
});
const facts: StoryFacts = {
  visitors: 40,
  usual: { low: 30, median: 35, high: 45 },
  slots: [slot(9, 12), slot(10, 28)],
  openCoverage: null,
  nowMs: 12 * hourMs,
  cameras: [{ name: 'Door', sn: 'A', status: 'online', state: 'active' }],
};
const keys = (changed: Partial<StoryFacts>) => dayStory({ ...facts, ...changed }).map(({ key }) => key);

describe('the day in words', () => {
  it('is the visitors against the usual, and the busiest hour', () => {
    expect(dayStory(facts)).toEqual([
      { key: 'same', visitors: 40 },
      { key: 'busiest', startMs: 10 * hourMs, endMs: 11 * hourMs, visitors: 28 },
    ]);
  });

  it('does not call an hour over that goes on', () => {
    expect(keys({ nowMs: 10.5 * hourMs })).toEqual(['same', 'busiestNow']);
  });

  it('says of a new shop what there is', () => {
    expect(keys({ usual: null })).toEqual(['soFar', 'busiest']);
    expect(keys({ usual: null, visitors: 0, slots: [slot(9, 0)] })).toEqual(['none']);
    expect(keys({ visitors: null, slots: [] })).toEqual([]);
  });

  it('finds no busiest hour among a handful of people', () => {
    expect(keys({ slots: [slot(9, 4), slot(10, 1)] })).toEqual(['same']);
  });

  it('tells what is missing, and then does not say fewer than usual', () => {
    const slots = [slot(9, 12), slot(10, null, 'gap'), slot(11, 8)];
    expect(dayStory({ ...facts, slots, visitors: 20 })).toEqual([
      { key: 'soFar', visitors: 20 },
      { key: 'busiest', startMs: 9 * hourMs, endMs: 10 * hourMs, visitors: 12 },
      { key: 'gap', seconds: 3600 },
    ]);
  });

  it('goes by the opening hours where there are any: a dark night is no gap', () => {
    const slots = [slot(8, null, 'gap'), slot(9, 12)];
    expect(keys({ slots, openCoverage: 1 })).toEqual(['same', 'busiest']);
    expect(keys({ slots, openCoverage: 0.8 })).toEqual(['same', 'busiest', 'partly']);
  });

  it('names cameras that are silent, and not blocked ones', () => {
    const cameras: StoryFacts['cameras'] = [
      { name: '', sn: 'A', status: 'offline', state: 'new' },
      { name: 'B', sn: 'B', status: 'offline', state: 'blocked' },
    ];
    expect(dayStory({ ...facts, cameras }).at(-1)).toEqual({ key: 'silent', cameras: ['A'] });
  });
});
