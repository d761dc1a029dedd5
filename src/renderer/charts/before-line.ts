import type { BandGeometry } from './usual-band';
import type { ChartSlot } from './series';

/**
 * What an earlier stretch of time brought, as a dashed line over the bars. The white beneath it keeps it in
 * sight on a dark bar, and in grey.
 */
export function drawBeforeLine(
  pen: CanvasRenderingContext2D,
  slots: readonly ChartSlot[],
  { slotWidth, x, y }: BandGeometry,
  colour: string,
): void {
  pen.save();
  for (const { width, dash, style } of [
    { width: 4, dash: [], style: '#fff' },
    { width: 1.5, dash: [4, 2], style: colour },
  ]) {
    pen.lineWidth = width;
    pen.strokeStyle = style;
    pen.setLineDash(dash);
    pen.beginPath();
    slots.forEach(({ before }, index) => {
      if (before === null || before === undefined) return;
      const left = x(index) - slotWidth / 2;
      pen.moveTo(left + 1, y(before));
      pen.lineTo(left + slotWidth - 1, y(before));
    });
    pen.stroke();
  }
  pen.restore();
}

/** The highest value of the line; the axis must have room for it. */
export function topOfLine(slots: readonly ChartSlot[]): number {
  return Math.max(0, ...slots.map(({ before }) => before ?? 0));
}
