export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the window was when it was last closed. */
export interface WindowPlace extends Rectangle {
  isMaximized: boolean;
}

/** So much of a window's top edge must be on a screen that it can be taken hold of. */
const leastVisible = { width: 120, height: 40 };

/**
 * A place from another day, if a window there can be seen and moved now: screens are unplugged and change
 * their size. It is cut to the screen it is on.
 * @param workAreas of the screens there are, in the same units; @returns `null` when it cannot be used
 */
export function usablePlace(place: WindowPlace | null, workAreas: readonly Rectangle[]): WindowPlace | null {
  if (!place) return null;
  const top = { ...place, height: leastVisible.height };
  const area = workAreas.find((candidate) => {
    const { width, height } = overlap(candidate, top);
    return width >= leastVisible.width && height >= leastVisible.height;
  });
  if (!area) return null;
  return { ...place, width: Math.min(place.width, area.width), height: Math.min(place.height, area.height) };
}

function overlap(a: Rectangle, b: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}
