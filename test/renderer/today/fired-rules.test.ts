import { describe, expect, it } from 'vitest';
import { addFired, firedOn } from '../../../src/renderer/features/today/fired-rules';

const quality = [
  { date: '2026-10-06', rule: 'resent' as const, count: 2 },
  { date: '2026-10-06', rule: 'new-camera' as const, count: 1 },
  { date: '2026-10-05', rule: 'replaced' as const, count: 9 },
];

describe('rules that fired', () => {
  it('are those of the day that touched a figure', () => {
    expect(firedOn({ quality }, '2026-10-06')).toEqual([{ rule: 'resent', count: 2 }]);
  });

  it('are added over cameras, the most frequent first', () => {
    const lists = [
      [{ rule: 'resent' as const, count: 2 }],
      [
        { rule: 'history-used' as const, count: 5 },
        { rule: 'resent' as const, count: 1 },
      ],
    ];
    expect(addFired(lists)).toEqual([
      { rule: 'history-used', count: 5 },
      { rule: 'resent', count: 3 },
    ]);
  });
});
