import type { FileParams, HistoryParams } from '#shared/contract';
import type { CameraRecord } from '../ingest/camera-record';
import { siteOf, type QueryContext } from '../queries/context';
import { periodsInBatches, type HistoryPeriod } from '../queries/period-figures';
import { scopeOf } from '../queries/scope';
import { SiteOccupancy } from '../queries/site-occupancy';
import { periodBorders } from '../time/calendar';
import { csvContentType, CsvFormat } from './csv-format';
import { csvColumns, csvLine } from './csv-line';
import { rangeFileName } from './file-name';
import { PeriodNotes } from './period-notes';
import type { ExportSource, ExportStep } from './source';

type CsvParams = Omit<Extract<FileParams, { kind: 'csv' }>, 'by'> & HistoryParams;

/** `kind: 'csv'`, by any period. */
export function csvSource(context: QueryContext, params: CsvParams): ExportSource {
  const { timeZone, by, range, cameras } = scopeOf(context, params);
  const periods = Math.max(0, periodBorders(timeZone, by, range).length - 1);
  return {
    fileName: rangeFileName(context, params, 'visitors', by, 'csv'),
    contentType: csvContentType,
    total: periods * cameras.length,
    keptSince: null,
    steps: csvSteps(context, params),
  };
}

function* csvSteps(context: QueryContext, params: CsvParams): Generator<ExportStep> {
  const scope = scopeOf(context, params);
  const format = new CsvFormat(params);
  const windowCells = format.windows(scope.timeZone, 'minute');
  const notes = new PeriodNotes(context, scope);
  const doors = new Map<CameraRecord, string>();
  const occupancies = new Map<string, SiteOccupancy>();
  let start = NaN;
  let window = '';
  const lineOf = (period: HistoryPeriod): string => {
    const { camera, figures } = period;
    const site = siteOf(context, camera);
    if (period.start !== start) {
      start = period.start;
      window = windowCells(start, period.end);
    }
    let door = doors.get(camera);
    if (door === undefined) doors.set(camera, (door = doorCells(format, site.name, camera)));
    let occupancy = occupancies.get(site.id);
    if (!occupancy) occupancies.set(site.id, (occupancy = new SiteOccupancy(context, site)));
    const note = notes.isEmpty ? '' : format.texts(notes.of(site.id, scope.timeZone, period));
    const inside = figures.quality === 'missing' ? null : occupancy.in(period);
    return csvLine(format, door, window, figures, inside, note) + format.lineEnd;
  };
  let done = 0;
  yield { content: format.mark + csvColumns.join(format.delimiter) + format.lineEnd, done };
  for (const periods of periodsInBatches(context, scope)) {
    let content = '';
    for (const period of periods) content += lineOf(period);
    done = periods.at(-1)?.position ?? done;
    yield { content, done };
  }
}

/** The cells of site, camera and serial. */
export function doorCells(format: CsvFormat, site: string, camera: CameraRecord): string {
  return format.texts(site, camera.name === '' ? camera.sn : camera.name, format.serial(camera.sn));
}
