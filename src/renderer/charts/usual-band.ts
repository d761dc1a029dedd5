import type { ChartSlot } from './series';

/** Where things are on the canvas, in CSS pixels. */
export interface BandGeometry {
  slotWidth: number;
  /** Middle of a slot. */
  x(index: number): number;
  y(value: number): number;
}

/**
 * What the day usually brings, behind the bars: a stretch of colour from the lower to the upper tenth, and a
 * line at the median. Steps, not curves: each figure speaks of its whole hour.
 */
export function drawUsualBand(
  pen: CanvasRenderingContext2D,
  slots: readonly ChartSlot[],
  { slotWidth, x, y }: BandGeometry,
  colour: string,
): void {
  pen.save();
  pen.fillStyle = pen.strokeStyle = colour;
  pen.lineWidth = 2;
  slots.forEach(({ usual }, index) => {
    if (!usual || usual.high <= 0) return;
    const left = x(index) - slotWidth / 2;
    pen.globalAlpha = 0.16;
    pen.fillRect(left, y(usual.high), slotWidth, Math.max(1, y(usual.low) - y(usual.high)));
    pen.globalAlpha = 0.7;
    pen.beginPath();
    pen.moveTo(left + 1, y(usual.median));
    pen.lineTo(left + slotWidth - 1, y(usual.median));
    pen.stroke();
  });
  pen.restore();
}

/** The highest value that the band reaches; the axis must have room for it. */
export function topOfBand(slots: readonly ChartSlot[]): number {
  return Math.max(0, ...slots.map((slot) => slot.usual?.high ?? 0));
}
