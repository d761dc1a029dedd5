import type { QueryContext } from '../../queries/context';
import type { HistoryScope } from '../../queries/scope';
import { localDate, toInstant } from '../../time/zone';
import { definitions } from './columns';
import type { CellValue } from './sheet-xml';
import type { WorkbookParams } from './workbook';

const hoursTexts = {
  all: 'all hours',
  open: 'opening hours only',
  closed: 'outside of opening hours only',
};

/** What the figures mean and which choices they were made with, for whoever gets the file. */
export function aboutRows(
  { state, now }: QueryContext,
  { hours }: WorkbookParams,
  { timeZone, range }: HistoryScope,
): CellValue[][] {
  const lastDay = localDate(timeZone, Math.max(range.start, range.end - 1));
  return [
    ['From', localDate(timeZone, range.start)],
    ['To (included)', lastDay],
    ['Time zone', timeZone],
    ['Made', toInstant(timeZone, now)],
    ['Hours', hoursTexts[hours]],
    ['Children', `Below ${state.settings.get().childHeightCm} cm, where the camera does not say it itself.`],
    ['Staff', 'Counted like everybody; in_staff says how many of the visitors had a staff card.'],
    [
      'Corrections',
      'In columns of their own in Daily and Hourly; not applied to the other columns, nor to the summary.',
    ],
    ...definitions.map((row) => [...row]),
  ];
}
