import { expect, it } from 'vitest';
import { restNowAndThen } from '../../../../src/main/core/storage/rest';

it('sleeps for a millisecond after each millisecond of work, and not before', () => {
  let nowMs = 100;
  const slept: number[] = [];
  const rest = restNowAndThen(
    () => nowMs,
    (ms) => {
      slept.push(ms);
      nowMs += ms;
    },
  );
  const work = (ms: number) => {
    nowMs += ms;
    rest();
    return slept.length;
  };
  expect([work(0.4), work(0.4), work(0.4), work(0.9), work(30), work(0.1)]).toEqual([0, 0, 1, 1, 2, 2]);
  expect(slept).toEqual([1, 1]);
});

it('a thread that sleeps goes on', () => {
  let nowMs = 0;
  const rest = restNowAndThen(() => (nowMs += 10));
  rest();
  rest();
  expect(nowMs).toBeGreaterThan(40);
});
