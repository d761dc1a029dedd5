const size = 8;

/**
 * Diagonal lines, the usual sign on paper for "nothing known here".
 * @param sharpness points of the canvas for each CSS pixel
 */
export function hatching(
  context: CanvasRenderingContext2D,
  colour: string,
  sharpness = 1,
): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = tile.height = size * sharpness;
  const pen = tile.getContext('2d');
  if (!pen) return null;
  pen.scale(sharpness, sharpness);
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.moveTo(-1, size + 1);
  pen.lineTo(size + 1, -1);
  pen.moveTo(-1, 1);
  pen.lineTo(1, -1);
  pen.moveTo(size - 1, size + 1);
  pen.lineTo(size + 1, size - 1);
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / sharpness));
  return pattern;
}
