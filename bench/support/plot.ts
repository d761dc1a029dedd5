export interface Line {
  name: string;
  points: { x: number; y: number }[];
}

export interface PlotOptions {
  title: string;
  xName: string;
  lines: readonly Line[];
}

const [WIDTH, HEIGHT] = [640, 320];
const margin = { left: 64, right: 120, top: 40, bottom: 44 };
const colours = ['#2563eb', '#d97706', '#059669', '#9333ea'];

/** A small line plot as SVG, both axes logarithmic: what doubles with the data is a straight line. */
export function linePlot({ title, xName, lines }: PlotOptions): string {
  const points = lines.flatMap((line) => line.points);
  const xScale = logScale(
    points.map(({ x }) => x),
    margin.left,
    WIDTH - margin.right,
  );
  const yScale = logScale(
    points.map(({ y }) => y),
    HEIGHT - margin.bottom,
    margin.top,
  );
  const ticks = [...new Set(points.map(({ x }) => x))].map((x) =>
    text(xScale(x), HEIGHT - margin.bottom + 18, String(x), 'middle'),
  );
  const curves = lines
    .filter((line) => line.points.length > 0)
    .map((line, i) => {
      const colour = colours[i % colours.length] ?? 'black';
      const path = line.points.map(({ x, y }) => `${xScale(x).toFixed(1)},${yScale(y).toFixed(1)}`);
      const marks = line.points.map(
        ({ x, y }) =>
          `<circle cx="${xScale(x).toFixed(1)}" cy="${yScale(y).toFixed(1)}" r="3" fill="${colour}"/>` +
          text(xScale(x), yScale(y) - 8, y.toFixed(0), 'middle'),
      );
      const last = line.points.at(-1) ?? { x: 1, y: 1 };
      return [
        `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
        ...marks,
        text(xScale(last.x) + 12, yScale(last.y) + 4, line.name, 'start'),
      ].join('\n');
    });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
${text(margin.left, 22, title, 'start')}
${text((WIDTH - margin.right + margin.left) / 2, HEIGHT - 8, xName, 'middle')}
${[...ticks, ...curves].join('\n')}
</svg>
`;
}

function logScale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
  return (value) => from + ((Math.log(value) - least) / (most - least || 1)) * (to - from);
}

function text(x: number, y: number, content: string, anchor: 'start' | 'middle'): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#374151">${content}</text>`;
}
