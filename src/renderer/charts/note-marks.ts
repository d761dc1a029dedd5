import type { ChartSlot } from './series';

const size = 4;

/**
 * A small diamond above each slot that has a note, and a ring above each that the owner corrected; what they are about
 * is in the box that opens and in the table.
 */
export function drawNoteMarks(
  context: CanvasRenderingContext2D,
  slots: readonly ChartSlot[],
  x: (index: number) => number,
  top: number,
  colour: string,
): void {
  context.save();
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  slots.forEach(({ note, isEdited }, index) => {
    const middle = x(index);
    if (isEdited) {
      context.beginPath();
      context.arc(middle, top + (note ? 4 : 1) * size, size - 0.5, 0, 2 * Math.PI);
      context.stroke();
    }
    if (!note) return;
    context.beginPath();
    context.moveTo(middle, top);
    context.lineTo(middle + size, top + size);
    context.lineTo(middle, top + 2 * size);
    context.lineTo(middle - size, top + size);
    context.fill();
  });
  context.restore();
}
