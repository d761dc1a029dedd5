import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { againstUsual, imbalanceHint, setBackTo } from '../../../src/renderer/features/today/verdict';

const usual = { low: 120.4, median: 141, high: 160 };
const counts = (entered: number | null, out: number | null) => ({
  in: entered,
  out,
  passby: null,
  turnback: null,
});

describe('againstUsual', () => {
  it('takes the ends, as they are printed, for usual', () => {
    expect([119, 120, 160, 161].map((visitors) => againstUsual(visitors, usual, true))).toEqual([
      'fewer',
      'same',
      'same',
      'more',
    ]);
  });

  it('does not say fewer of a day that was not all recorded', () => {
    expect(againstUsual(3, usual, false)).toBeNull();
    expect(againstUsual(200, usual, false)).toBe('more');
  });
});

describe('imbalanceHint', () => {
  it('is about people who left without having come, or never leave', () => {
    expect(imbalanceHint({ imbalance: -0.1 }, counts(90, 100))).toBe('moreOut');
    expect(imbalanceHint({ imbalance: 0.6 }, counts(100, 40))).toBe('moreIn');
  });

  it('is quiet about who is still inside, few people and nothing known', () => {
    expect(imbalanceHint({ imbalance: 0.3 }, counts(100, 70))).toBeNull();
    expect(imbalanceHint({ imbalance: -0.5 }, counts(10, 20))).toBeNull();
    expect(imbalanceHint({ imbalance: null }, counts(null, null))).toBeNull();
  });
});

describe('setBackTo', () => {
  it('keeps whoever came and went since', () => {
    expect(setBackTo(14, 0, 2)).toBe(16);
    expect(setBackTo(3, 10, 4)).toBe(0);
  });

  it('is the number as it was where nobody moved', () => {
    const number = fc.nat(100_000);
    fc.assert(fc.property(number, number, (before, set) => setBackTo(before, set, set) === before));
  });
});
