import { directions } from '#shared/domain';
import type { CellValue, Column } from './sheet-xml';
import type { StyleName } from './styles';

const column = (heading: string, style: StyleName, width: number): Column => ({ heading, style, width });

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

export const summaryColumns: Column[] = [
  ...doorColumns,
  ...['in', 'out', 'passby', 'turnback', 'in_adult', 'in_child', 'in_staff'].map((name) =>
    column(name, 'whole', 10),
  ),
  column('turn_in_rate', 'percent', 12),
  column('turn_back_rate', 'percent', 14),
  column('coverage', 'percent', 10),
  column('days_counted', 'whole', 13),
  column('busiest_day', 'date', 12),
  column('busiest_day_in', 'whole', 14),
];

export const cameraColumns: Column[] = [
  ...doorColumns,
  column('state', 'text', 10),
  column('counts_as', 'text', 10),
  column('turned_round', 'text', 13),
  column('replaces', 'text', 22),
  column('first_seen', 'dateTime', 17),
  column('last_seen', 'dateTime', 17),
];

export const aboutColumns: Column[] = [column('what', 'text', 24), column('about', 'longText', 100)];

/** The definitions that a reader of the file needs, wherever it went. */
export const definitions: readonly (readonly CellValue[])[] = [
  ['in', 'Visitors: people who came in through this door.'],
  ['out', 'People who left through this door.'],
  ['passby', 'People who passed by, as far as the camera sees. A trend, not the whole street.'],
  ['turnback', 'People who came to the door and turned back.'],
  ['in_adult, in_child', 'Of the visitors, as the camera tells them apart, else by their height.'],
  ['in_staff', 'Of the visitors, those with a staff card. They are not taken out of the visitors.'],
  [
    'avg_stay_s',
    'Mean time under the camera in seconds, weighted by people. It is not the time in the shop.',
  ],
  [
    'occupancy_end, occupancy_max',
    'People inside the whole site: at the end of the period, and the most at the end of any quarter hour. A business day that is over is corrected for drift.',
  ],
  ['turn_in_rate', 'in ÷ (in + passby)'],
  ['turn_back_rate', 'turnback ÷ (in + turnback)'],
  [
    'coverage',
    'Minutes with a sign of life from the camera ÷ minutes of the period. Below 100 % something was not counted.',
  ],
  [
    'quality',
    'ok; partial: a part is missing; missing: nothing is known; estimated: worked out; edited: corrected by the owner, see in_corrected.',
  ],
  [
    'in_corrected …',
    'The counts with the owner’s corrections, beside what the camera told. Empty where nothing was corrected.',
  ],
  ['Empty cells', 'Nothing is known. It does not mean zero.'],
  [
    'start, end',
    'Local time of the site; the end is not included. When the clocks go back the repeated hour is told apart by utc_offset.',
  ],
];
