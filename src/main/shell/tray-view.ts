import type { Present } from '../core/alerts/facts';
import { plainName, shortened } from './plain-name';
import type { ShellTexts } from './texts';

/** What the notification area says, in words. */
export interface TrayView {
  tooltip: string;
  /** Lines of the menu that say something and do nothing. */
  lines: string[];
}

/** Longer ones Windows cuts off in the middle of a word. */
const mostTooltipCharacters = 120;

export function trayView({ sites, cameras, info }: Present, { tray: say }: ShellTexts): TrayView {
  const figures = sites.map(({ name, today, occupancy }) => {
    const visitors = today.in === null ? say.noVisitors : say.visitors(today.in);
    const said = occupancy.counted === null ? visitors : `${visitors}, ${say.inside(occupancy.counted)}`;
    return sites.length > 1 ? `${plainName(name)}: ${said}` : said;
  });
  const status = statusLine(cameras, info, say);
  return {
    tooltip: shortened(['Foyer', ...figures, status].join('\n'), mostTooltipCharacters),
    lines: [...figures, status],
  };
}

function statusLine(cameras: Present['cameras'], info: Present['info'], say: ShellTexts['tray']): string {
  if (info.storageProblem !== null) return say.cannotSave;
  if (info.cameraPort === null) return say.noPort;
  const counting = cameras.filter(({ state }) => state === 'new' || state === 'active');
  const silent = counting.filter(({ status }) => status === 'offline').length;
  if (counting.length === 0) return say.noCamera;
  if (silent > 0) return say.silent(silent, counting.length);
  return counting.length === 1 ? say.oneOnline : say.allOnline;
}
