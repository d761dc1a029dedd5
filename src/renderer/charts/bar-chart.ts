import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip, type Plugin } from 'chart.js';
import { drawBeforeLine, topOfLine } from './before-line';
import { hatching } from './hatching';
import type { ChartSlot } from './series';
import { drawNoteMarks } from './note-marks';
import { drawUsualBand, topOfBand } from './usual-band';

/** So that a quiet day does not look like a busy one. */
const fewestOnAxis = 5;

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** All the texts of a chart, already in the reader's language, and their size. */
export interface BarChartTexts {
  label(slot: ChartSlot): string;
  /** Longer name of a slot, for the box that opens at the pointer. */
  title(slot: ChartSlot): string;
  count(value: number | null): string;
  in: string;
  out: string;
  partly: string;
  textPx: number;
  /** What else there is to say of a slot, in words: what is usual, that it was corrected. */
  remarks(slot: ChartSlot): string[];
}

export interface BarChart {
  show(slots: readonly ChartSlot[]): void;
  /** Reads the colours again, after the computer went from light to dark. */
  restyle(): void;
  destroy(): void;
}

function cssColour(element: Element, name: string): string {
  return getComputedStyle(element).getPropertyValue(name).trim();
}

export type BarChartMedium = 'screen' | 'paper';
/** Points for each CSS pixel: on paper what looks sharp on a screen has stairs. */
const paperSharpness = 4;

/**
 * Bars of people in and out over time. On a screen the canvas must stand in an element of fixed height and follows
 * its size; on paper it keeps the size it has, and only shows who came in, beside who came before.
 */
export function createBarChart(
  canvas: HTMLCanvasElement,
  texts: BarChartTexts,
  medium: BarChartMedium = 'screen',
): BarChart {
  const isPaper = medium === 'paper';
  let slots: readonly ChartSlot[] = [];
  const colours = { in: '', out: '', usual: '', note: '' };

  const gaps: Plugin<'bar'> = {
    id: 'gaps',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const axis = scales['x'];
      const pattern = hatching(ctx, cssColour(canvas, '--gap'), isPaper ? paperSharpness : 1);
      if (!axis || !pattern) return;
      const width = chartArea.width / Math.max(1, slots.length);
      ctx.save();
      ctx.fillStyle = pattern;
      slots.forEach((slot, index) => {
        if (slot.state !== 'gap' && slot.state !== 'partial') return;
        ctx.globalAlpha = slot.state === 'gap' ? 0.7 : 0.35;
        ctx.fillRect(axis.getPixelForValue(index) - width / 2, chartArea.top, width, chartArea.height);
      });
      ctx.restore();
    },
  };

  const geometryOf = ({ chartArea, scales: { x, y } }: Chart<'bar'>) =>
    x && y
      ? {
          slotWidth: chartArea.width / Math.max(1, slots.length),
          x: (index: number) => x.getPixelForValue(index),
          y: (value: number) => y.getPixelForValue(value),
        }
      : null;
  const usual: Plugin<'bar'> = {
    id: 'usual',
    beforeDatasetsDraw(chart) {
      const geometry = geometryOf(chart);
      if (geometry) drawUsualBand(chart.ctx, slots, geometry, colours.usual);
    },
    afterDatasetsDraw(chart) {
      const geometry = geometryOf(chart);
      if (geometry) drawBeforeLine(chart.ctx, slots, geometry, colours.note);
    },
  };

  const notes: Plugin<'bar'> = {
    id: 'notes',
    afterDatasetsDraw({ ctx, chartArea, scales: { x } }) {
      if (x) drawNoteMarks(ctx, slots, (index) => x.getPixelForValue(index), chartArea.top, colours.note);
    },
  };

  const slotAt = (index: number | undefined) => (index === undefined ? undefined : slots[index]);
  const font = { family: getComputedStyle(canvas).fontFamily, size: texts.textPx };
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [] as string[],
      datasets: [
        dataset(texts.in, () => colours.in),
        ...(isPaper ? [] : [dataset(texts.out, () => colours.out)]),
      ],
    },
    options: {
      animation: false,
      responsive: !isPaper,
      ...(isPaper ? { devicePixelRatio: paperSharpness } : {}),
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { grid: { display: false }, ticks: { font, maxRotation: 0, autoSkipPadding: 16 } },
        y: {
          beginAtZero: true,
          suggestedMax: fewestOnAxis,
          border: { display: false },
          ticks: { font, precision: 0, maxTicksLimit: 6 },
        },
      },
      plugins: {
        tooltip: {
          titleFont: font,
          bodyFont: font,
          footerFont: font,
          displayColors: false,
          callbacks: {
            title: ([item]) => {
              const slot = slotAt(item?.dataIndex);
              return slot ? texts.title(slot) : '';
            },
            label: (item) => {
              const slot = slotAt(item.dataIndex);
              if (!slot) return '';
              return item.datasetIndex === 0
                ? `${texts.in} ${texts.count(slot.in)}`
                : `${texts.out} ${texts.count(slot.out)}`;
            },
            footer: ([item]) => {
              const slot = slotAt(item?.dataIndex);
              if (!slot) return '';
              const partly = slot.state === 'partial' ? texts.partly : '';
              return [...texts.remarks(slot), partly, slot.note ?? ''].filter(Boolean);
            },
          },
        },
      },
    },
    plugins: [gaps, usual, notes],
  });

  function paint(): void {
    colours.in = cssColour(canvas, '--in');
    colours.out = cssColour(canvas, '--out');
    colours.usual = cssColour(canvas, '--ink-soft');
    colours.note = cssColour(canvas, '--ink');
    chart.options.color = cssColour(canvas, '--ink-soft');
    for (const scale of [chart.options.scales?.['x'], chart.options.scales?.['y']]) {
      if (scale?.ticks) scale.ticks.color = cssColour(canvas, '--ink-soft');
      if (scale?.grid) scale.grid.color = cssColour(canvas, '--line');
      if (scale?.border) scale.border.color = cssColour(canvas, '--line');
    }
    chart.update('none');
  }

  return {
    show(next) {
      slots = next;
      chart.data.labels = next.map((slot) => texts.label(slot));
      const [entered, left] = chart.data.datasets;
      if (entered) entered.data = next.map((slot) => slot.in);
      if (left) left.data = next.map((slot) => slot.out);
      const axis = chart.options.scales?.['y'];
      if (axis) axis.suggestedMax = Math.max(fewestOnAxis, topOfBand(next), topOfLine(next));
      paint();
    },
    restyle: paint,
    destroy: () => {
      chart.destroy();
    },
  };
}

function dataset(label: string, colour: () => string) {
  return {
    label,
    data: [] as (number | null)[],
    backgroundColor: colour,
    borderRadius: 3,
    categoryPercentage: 0.78,
    barPercentage: 0.94,
    maxBarThickness: 44,
  };
}
