import { filled } from '#shared/sentences';
import type { QueryContext } from '../../queries/context';
import type { HistoryScope } from '../../queries/scope';
import { localDate, toInstant } from '../../time/zone';
import type { CellValue } from './sheet-xml';
import type { WorkbookTexts } from './texts';
import type { WorkbookParams } from './workbook';

/** What the figures mean and which choices they were made with, for whoever gets the file. */
export function aboutRows(
  { state, now }: QueryContext,
  { hours }: WorkbookParams,
  { timeZone, range }: HistoryScope,
  texts: WorkbookTexts,
): CellValue[][] {
  const { about, says } = texts;
  const lastDay = localDate(timeZone, Math.max(range.start, range.end - 1));
  return [
    [about.from, localDate(timeZone, range.start)],
    [about.to, lastDay],
    [about.timeZone, timeZone],
    [about.made, toInstant(timeZone, now)],
    [about.hours, texts.hours[hours]],
    [about.children, filled(says.children, { cm: state.settings.get().childHeightCm })],
    [about.staff, says.staff],
    [about.corrections, says.corrections],
    ...definitions(texts),
  ];
}

/** The columns by their names in the rows in time, which are the same in every language. */
function definitions({ means, about }: WorkbookTexts): CellValue[][] {
  return [
    ['in', means.in],
    ['out', means.out],
    ['passby', means.passby],
    ['turnback', means.turnback],
    ['in_adult, in_child', means.inAdultChild],
    ['in_staff', means.inStaff],
    ['avg_stay_s', means.avgStay],
    ['occupancy_end, occupancy_max', means.occupancy],
    ['turn_in_rate', means.turnInRate],
    ['turn_back_rate', means.turnBackRate],
    ['coverage', means.coverage],
    ['quality', means.quality],
    ['in_corrected …', means.corrected],
    [about.empty, means.empty],
    ['start, end', means.window],
  ];
}
