import type { RunOptions } from './options';
import type { CameraReport, FleetReport } from './report';
import { directions, type Counts } from './types';

/** Text for people. What is counted here is what the receiver has confirmed. */

export function startText({ fleet }: RunOptions, startMs: number): string {
  const minuteOf = new Date(startMs).toLocaleTimeString('en-GB', { timeZone: fleet.timeZone });
  const [hour = 0, minute = 0] = minuteOf.split(':').map(Number);
  const now = hour * 60 + minute;
  const { opensMinute, closesMinute } = fleet.hours;
  const isClosed = now < opensMinute || now >= closesMinute;
  const cameras = fleet.cameras === 1 ? '1 camera reports' : `${fleet.cameras} cameras report`;
  const day = new Date(startMs).toLocaleDateString('en-CA', { timeZone: fleet.timeZone });
  const hint = isClosed
    ? '\nThe shop is closed at that time. --shop-hours 00:00-24:00 keeps it open; --from starts elsewhere.'
    : '';
  return `${cameras} to ${fleet.url}, beginning at ${day} ${minuteOf} in ${fleet.timeZone}.${hint}`;
}

function countsText(counts: Counts): string {
  return directions.map((direction) => `${direction} ${counts[direction]}`).join(', ');
}

/** One line per camera, or one for all where there are many. */
export function progressText(report: FleetReport, timeZone: string): string {
  const at = new Date(report.simulatedUntil).toLocaleTimeString('en-GB', { timeZone });
  const time = report.caughtUp ? at : `${at} (catching up)`;
  const sum = (figure: (row: CameraReport) => number) =>
    report.cameras.reduce((total, row) => total + figure(row), 0);
  const all =
    `${time}  all: ${countsText(report.acknowledged)}; uploads ${sum((row) => row.uploads)}, ` +
    `re-sent ${sum((row) => row.resends)}, refused ${sum((row) => row.refused)}, waiting ${report.pending}`;
  if (report.cameras.length > 8) return all;
  const each = report.cameras.map((row) => {
    const { uploads, resends, refused, pending } = row;
    return (
      `  ${row.sn}: ${countsText(row.acknowledged)}; ` +
      `uploads ${uploads}, re-sent ${resends}, refused ${refused}, waiting ${pending}`
    );
  });
  return [all, ...each].join('\n');
}

const columns = [...directions, 'uploads', 'history', 're-sent', 'refused', 'waiting'] as const;

/** What was acknowledged, camera by camera. */
export function finalTable(report: FleetReport): string {
  const rows = report.cameras.map((row) => [
    row.sn,
    ...directions.map((direction) => row.acknowledged[direction]),
    row.uploads,
    row.histories,
    row.resends,
    row.refused,
    row.pending,
  ]);
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell, column) => String(cell).padStart(column === 0 ? 16 : 9)).join('');
  const lines = [line(['camera', ...columns]), ...rows.map(line)];
  const sums = directions.map((direction) => report.acknowledged[direction]);
  return [...lines, line(['all', ...sums])].join('\n');
}
