import { directions } from '#shared/domain';
import type { Column } from './sheet-xml';
import type { StyleName } from './styles';
import type { WorkbookTexts } from './texts';

/** At least as wide as its heading. */
const column = (heading: string, style: StyleName, width: number): Column => ({
  heading,
  style,
  width: Math.max(width, heading.length + 2),
});

/** Which door a row is of, as each sheet calls it. */
const doorColumns = ({ site, camera, serial }: Record<'site' | 'camera' | 'serial', string>) => [
  column(site, 'text', 18),
  column(camera, 'text', 22),
  column(serial, 'text', 22),
];

const countNames = ['in', 'out', 'passby', 'turnback', 'in_adult', 'in_child', 'in_staff'] as const;

/** Sheets Daily and Hourly: the columns of the CSV, in their order, with a rate and a coverage as percentages. */
export function periodColumns(window: 'date' | 'dateTime'): Column[] {
  const width = window === 'date' ? 12 : 17;
  return [
    ...doorColumns({ site: 'site', camera: 'camera', serial: 'serial' }),
    column('start', window, width),
    column('end', window, width),
    column('utc_offset', 'text', 11),
    ...countNames.map((name) => column(name, 'whole', 10)),
    column('avg_stay_s', 'oneDecimal', 11),
    column('occupancy_end', 'whole', 14),
    column('occupancy_max', 'whole', 14),
    column('turn_in_rate', 'percent', 12),
    column('coverage', 'percent', 10),
    column('quality', 'text', 10),
    column('note', 'text', 40),
    ...directions.map((name) => column(`${name}_corrected`, 'whole', 14)),
  ];
}

/** Sheets for people are headed in their language. */
export function summaryColumns({ headings }: WorkbookTexts): Column[] {
  return [
    ...doorColumns(headings),
    ...countNames.map((name) => column(headings[name], 'whole', 10)),
    column(headings.turn_in_rate, 'percent', 12),
    column(headings.turn_back_rate, 'percent', 14),
    column(headings.coverage, 'percent', 10),
    column(headings.days_counted, 'whole', 13),
    column(headings.busiest_day, 'date', 12),
    column(headings.busiest_day_in, 'whole', 14),
  ];
}

export function cameraColumns({ headings }: WorkbookTexts): Column[] {
  return [
    ...doorColumns(headings),
    column(headings.state, 'text', 10),
    column(headings.counts_as, 'text', 10),
    column(headings.turned_round, 'text', 13),
    column(headings.replaces, 'text', 22),
    column(headings.first_seen, 'dateTime', 17),
    column(headings.last_seen, 'dateTime', 17),
  ];
}

export function aboutColumns({ headings }: WorkbookTexts): Column[] {
  return [column(headings.what, 'text', 24), column(headings.about, 'longText', 100)];
}
