import { directions } from '#shared/domain';
import type { Column } from './sheet-xml';
import type { StyleName } from './styles';
import type { Heading, WorkbookTexts } from './texts';

/** At least as wide as its heading. */
const column = (heading: string, style: StyleName, width: number): Column => ({
  heading,
  style,
  width: Math.max(width, heading.length + 2),
});

const doorColumns = [column('site', 'text', 18), column('camera', 'text', 22), column('serial', 'text', 22)];

/** Sheets Daily and Hourly: the columns of the CSV, in their order, with a rate and a coverage as percentages. */
export function periodColumns(window: 'date' | 'dateTime'): Column[] {
  const width = window === 'date' ? 12 : 17;
  return [
    ...doorColumns,
    column('start', window, width),
    column('end', window, width),
    column('utc_offset', 'text', 11),
    ...['in', 'out', 'passby', 'turnback', 'in_adult', 'in_child', 'in_staff'].map((name) =>
      column(name, 'whole', 10),
    ),
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

/** The columns of a sheet for people, headed in their language. */
type Headed = (name: Heading, style: StyleName, width: number) => Column;

const headedDoor = (head: Headed) => [
  head('site', 'text', 18),
  head('camera', 'text', 22),
  head('serial', 'text', 22),
];

export function summaryColumns({ headings }: WorkbookTexts): Column[] {
  const head: Headed = (name, style, width) => column(headings[name], style, width);
  return [
    ...headedDoor(head),
    ...(['in', 'out', 'passby', 'turnback', 'in_adult', 'in_child', 'in_staff'] as const).map((name) =>
      head(name, 'whole', 10),
    ),
    head('turn_in_rate', 'percent', 12),
    head('turn_back_rate', 'percent', 14),
    head('coverage', 'percent', 10),
    head('days_counted', 'whole', 13),
    head('busiest_day', 'date', 12),
    head('busiest_day_in', 'whole', 14),
  ];
}

export function cameraColumns({ headings }: WorkbookTexts): Column[] {
  const head: Headed = (name, style, width) => column(headings[name], style, width);
  return [
    ...headedDoor(head),
    head('state', 'text', 10),
    head('counts_as', 'text', 10),
    head('turned_round', 'text', 13),
    head('replaces', 'text', 22),
    head('first_seen', 'dateTime', 17),
    head('last_seen', 'dateTime', 17),
  ];
}

export function aboutColumns({ headings }: WorkbookTexts): Column[] {
  return [column(headings.what, 'text', 24), column(headings.about, 'longText', 100)];
}
