import type { ChartSlot } from './series';

const size = 4;

/** A small diamond above each slot that has a note; the note itself is in the box that opens and in the table. */
export function drawNoteMarks(
  context: CanvasRenderingContext2D,
  slots: readonly ChartSlot[],
  x: (index: number) => number,
  top: number,
  colour: string,
): void {
  context.save();
  context.fillStyle = colour;
  slots.forEach(({ note }, index) => {
    if (!note) return;
    const middle = x(index);
    context.beginPath();
    context.moveTo(middle, top);
    context.lineTo(middle + size, top + size);
    context.lineTo(middle, top + 2 * size);
    context.lineTo(middle - size, top + size);
    context.fill();
  });
  context.restore();
}
