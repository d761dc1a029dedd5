import { arch, cpus, platform, release, totalmem, loadavg } from 'node:os';

/** One line of the table. */
export interface Figure {
  what: string;
  /** What it was measured beside, in the same run; `null` where the target is absolute. */
  against: string | null;
  /** What is compared with the target: a ratio wherever there is a reference. */
  value: number;
  unit: '×' | 'ms' | 'MB' | '%' | '/s';
  target: { op: '≥' | '≤'; value: number } | null;
  /** Medians in units of their own, for the reader. */
  measured?: string;
  reference?: string;
  /** Every round's value, in the order in which they were taken. */
  samples: number[];
  note?: string;
}

export interface BenchOptions {
  /** The built app. */
  out: string;
  rounds: number;
  /** Shorter rounds and smaller data: to see that it works, not to be believed. */
  isQuick: boolean;
  plotFile: string | null;
}

/** A measurement, for some lines of the table. Says nothing itself. */
export type Bench = (options: BenchOptions) => Promise<Figure[]>;

export interface Machine {
  cpu: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  /** Load average of the last minute: above zero somebody else was at work, too. */
  loadBefore: number;
}

export function thisMachine(): Machine {
  const [cpu] = cpus();
  return {
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    loadBefore: loadavg()[0] ?? 0,
  };
}

export function isMet({ value, target }: Figure): boolean | null {
  if (!target) return null;
  return target.op === '≥' ? value >= target.value : value <= target.value;
}

/** The table as Markdown, which also reads well in a terminal. */
export function toMarkdown(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, against, value, unit, target, measured, reference } = figure;
    const met = isMet(figure);
    return [
      what,
      measured ?? '–',
      against === null ? '–' : `${against}${reference ? `: ${reference}` : ''}`,
      withUnit(value, unit),
      target ? `${target.op} ${withUnit(target.value, unit)}` : '–',
      met === null ? '–' : met ? 'yes' : 'no',
    ];
  });
  const heading = ['what', 'measured', 'against', 'value', 'target', 'met'];
  const lines = [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const notes = figures.filter(({ note }) => note).map(({ what, note }) => `- ${what}: ${note ?? ''}`);
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

export function withUnit(value: number, unit: Figure['unit']): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = value.toFixed(digits);
  return unit === '×' ? text : unit === '/s' ? `${text}/s` : `${text} ${unit}`;
}
