import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Budget } from '../../../../src/main/server/camera/budget';

test('what is over the burst is owed, and paid back in time', () => {
  const budget = new Budget(10, 5, 0);
  budget.spend(10, 0);
  expect(budget.waitMs(0)).toBe(0);
  budget.spend(5, 0);
  expect(budget.waitMs(0)).toBe(1000);
  expect(budget.waitMs(400)).toBe(600);
  expect(budget.waitMs(1000)).toBe(0);
});

test('it never fills above the burst', () => {
  const budget = new Budget(10, 5, 0);
  expect(budget.isFull(1_000_000)).toBe(true);
  budget.spend(11, 1_000_000);
  expect(budget.waitMs(1_000_000)).toBe(200);
  expect(budget.isFull(1_000_000)).toBe(false);
});

test('whoever waits as told never gets more than the burst and the rate together', () => {
  const step = fc.record({ pauseMs: fc.nat(5000), amount: fc.nat(20) });
  const steps = fc.array(step, { maxLength: 200, size: 'max' });
  fc.assert(
    fc.property(steps, (all) => {
      const budget = new Budget(50, 10, 0);
      let [now, spent, last] = [0, 0, 0];
      for (const { pauseMs, amount } of all) {
        now += pauseMs + budget.waitMs(now + pauseMs);
        budget.spend(amount, now);
        spent += amount;
        last = amount;
      }
      // The last one may owe.
      expect(spent - last).toBeLessThanOrEqual(50 + (now / 1000) * 10 + 1e-6);
    }),
  );
});
