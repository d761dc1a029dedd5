import type { Present } from '../core/alerts/facts';

/** What the notification area says, in words. */
export interface TrayView {
  tooltip: string;
  /** Lines of the menu that say something and do nothing. */
  lines: string[];
}

/** Longer ones Windows cuts off in the middle of a word. */
const mostTooltipCharacters = 120;

export function trayView({ sites, cameras, info }: Present): TrayView {
  const figures = sites.map(({ name, today, occupancy }) => {
    const visitors = today.in === null ? 'no visitors yet' : count(today.in, 'visitor');
    const inside = occupancy.counted === null ? '' : `, ${String(occupancy.counted)} inside`;
    return `${sites.length > 1 ? `${name}: ` : ''}${visitors} today${inside}`;
  });
  const status = statusLine(cameras, info);
  return {
    tooltip: shortened(['Foyer', ...figures, status].join('\n')),
    lines: [...figures.map(shortened), status],
  };
}

function statusLine(cameras: Present['cameras'], info: Present['info']): string {
  if (info.storageProblem !== null) return 'Counts cannot be saved';
  if (info.cameraPort === null) return 'Cameras cannot call: the port is not open';
  const counting = cameras.filter(({ state }) => state === 'new' || state === 'active');
  const silent = counting.filter(({ status }) => status === 'offline').length;
  if (counting.length === 0) return 'No camera has called yet';
  if (silent === 0) return counting.length === 1 ? 'The camera is online' : 'All cameras are online';
  return `${String(silent)} of ${count(counting.length, 'camera')} silent`;
}

function count(number: number, word: string): string {
  return `${String(number)} ${word}${number === 1 ? '' : 's'}`;
}

function shortened(text: string): string {
  return text.length > mostTooltipCharacters ? `${text.slice(0, mostTooltipCharacters - 1)}…` : text;
}
