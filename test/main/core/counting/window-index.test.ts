import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, QUARTER_MS } from '../../../../src/main/core/counting/spread';
import { WindowIndex } from '../../../../src/main/core/counting/window-index';

test('it finds exactly the windows that overlap, each once', () => {
  const window = fc
    .tuple(fc.integer({ min: -5 * QUARTER_MS, max: 20 * QUARTER_MS }), fc.nat(6 * QUARTER_MS))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(window, { maxLength: 40, size: 'max' }), window, (windows, asked) => {
      const index = new WindowIndex();
      for (const each of windows) index.add(each);
      const found = index.near(asked);
      expect(new Set(found)).toEqual(new Set(windows.filter((each) => overlaps(each, asked))));
      expect(new Set(found).size).toBe(found.length);
    }),
  );
});
