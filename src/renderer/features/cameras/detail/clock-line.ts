import type { CameraDetail } from '#shared/domain';

export interface ClockLine {
  /** For an SVG `polyline`. */
  points: string;
  /** Height of "right on time". */
  zeroY: number;
}

/** A clock that is off by less than this looks as calm as it is. */
const leastSpanSeconds = 120;

/** @returns the trend drawn into a box of that size, `null` while one reading makes no line */
export function clockLine(
  trend: CameraDetail['clockTrend'],
  { width, height }: { width: number; height: number },
): ClockLine | null {
  if (trend.length < 2) return null;
  const values = trend.map(({ skewSeconds }) => skewSeconds);
  const top = Math.max(...values, leastSpanSeconds / 2);
  const bottom = Math.min(...values, -leastSpanSeconds / 2);
  const y = (seconds: number) => Math.round(((top - seconds) / (top - bottom)) * height * 10) / 10;
  const step = width / (trend.length - 1);
  const points = values.map((value, index) => `${(index * step).toFixed(1)},${String(y(value))}`);
  return { points: points.join(' '), zeroY: y(0) };
}
