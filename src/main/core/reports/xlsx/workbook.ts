import type { FileParams } from '#shared/contract';
import type { QueryContext } from '../../queries/context';
import { scopeOf, type HistoryScope } from '../../queries/scope';
import { periodBorders } from '../../time/calendar';
import { rangeFileName } from '../file-name';
import type { ExportSource, ExportStep } from '../source';
import { aboutRows } from './about';
import { periodColumns } from './columns';
import { workbookTexts } from './texts';
import { WorkbookWriter } from './workbook-writer';

export type WorkbookParams = Extract<FileParams, { kind: 'xlsx' }>;

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `kind: 'xlsx'`: sheets Summary, Daily, Hourly, Cameras and About, streamed like a CSV file. */
export function workbookSource(context: QueryContext, params: WorkbookParams): ExportSource {
  const scopes = scopesOf(context, params);
  const periods = ({ timeZone, by, range }: HistoryScope) =>
    Math.max(0, periodBorders(timeZone, by, range).length - 1);
  const { cameras } = scopes.daily;
  return {
    fileName: rangeFileName(context, params, 'visitors', null, 'xlsx'),
    contentType,
    total: (periods(scopes.daily) + periods(scopes.hourly)) * cameras.length,
    keptSince: null,
    steps: workbookSteps(context, params),
  };
}

function scopesOf(context: QueryContext, params: WorkbookParams) {
  const daily = scopeOf(context, { ...params, by: 'day' });
  return { daily, hourly: { ...daily, by: 'hour' } satisfies HistoryScope };
}

async function* workbookSteps(context: QueryContext, params: WorkbookParams): AsyncGenerator<ExportStep> {
  // Loaded when it is first needed, like everything that a start can do without.
  const { ZipPieces } = await import('./zip-pieces');
  const { daily, hourly } = scopesOf(context, params);
  const texts = workbookTexts[params.language];
  const writer = new WorkbookWriter(context, new ZipPieces(new Date(context.now)), daily, texts);
  yield* writer.periods('Daily', periodColumns('date'), daily, (period) => writer.summary.add(period));
  yield* writer.periods('Hourly', periodColumns('dateTime'), hourly);
  yield writer.finish(aboutRows(context, params, daily, texts));
}
