import { describe, expect, it } from 'vitest';
import { usablePlace } from '../../../src/main/shell/window-place';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const left = { x: -1280, y: 0, width: 1280, height: 1000 };
const place = { x: 100, y: 100, width: 1200, height: 820, isMaximized: false };

describe('usablePlace', () => {
  it('keeps a place that can be seen', () => {
    expect(usablePlace(place, [screen])).toEqual(place);
    expect(usablePlace({ ...place, x: -1200 }, [screen, left])).toEqual({ ...place, x: -1200 });
  });

  it.each([
    ['on a screen that was unplugged', { ...place, x: -1200 }],
    ['below the edge', { ...place, y: 1020 }],
    ['above the edge, where its title could not be taken hold of', { ...place, y: -200 }],
    ['with a corner left', { ...place, x: 1850 }],
  ])('forgets one %s', (_where, lost) => {
    expect(usablePlace(lost, [screen])).toBeNull();
  });

  it('cuts a window to a smaller screen', () => {
    expect(usablePlace({ ...place, width: 3000, height: 2000 }, [screen])).toMatchObject({
      width: 1920,
      height: 1040,
    });
  });

  it('has none at the first start', () => {
    expect(usablePlace(null, [screen])).toBeNull();
  });
});
