import { stringify } from 'csv-stringify/sync';
import type { FileParams, HistoryParams } from '#shared/contract';
import { siteOf, type QueryContext } from '../queries/context';
import { historyPeriods, scopeOf, type HistoryScope } from '../queries/history';
import { SiteOccupancy } from '../queries/site-occupancy';
import { periodBorders } from '../time/calendar';
import { localDate } from '../time/zone';
import { csvCells, csvColumns } from './csv-columns';
import { PeriodNotes } from './period-notes';
import type { ExportSource, ExportStep } from './source';

/** A piece is worked out in a few milliseconds: messages from cameras wait for it. */
const ROWS_AT_ONCE = 200;
const BYTE_ORDER_MARK = '\ufeff';

type CsvParams = Extract<FileParams, { kind: 'csv' }>;
type PeriodParams = Omit<CsvParams, 'by'> & HistoryParams;

/** `kind: 'csv'` */
export function csvSource(context: QueryContext, params: PeriodParams): ExportSource {
  return {
    fileName: csvFileName(context, params),
    contentType: 'text/csv; charset=utf-8',
    total: countPeriods(context, params),
    keptSince: null,
    steps: csvSteps(context, params),
  };
}

function countPeriods(context: QueryContext, params: PeriodParams): number {
  const { timeZone, by, range, cameras } = scopeOf(context, params);
  return Math.max(0, periodBorders(timeZone, by, range).length - 1) * cameras.length;
}

function* csvSteps(context: QueryContext, params: PeriodParams): Generator<ExportStep> {
  const scope = scopeOf(context, params);
  const style = { preset: params.preset, decimal: params.decimal };
  const format = {
    delimiter: delimiterOf(params),
    record_delimiter: params.preset === 'plain' ? '\n' : '\r\n',
  };
  const notes = new PeriodNotes(context, scope);
  const occupancies = new Map<string, SiteOccupancy>();
  let rows: string[][] = [[...csvColumns]];
  let isFirst = true;
  let done = 0;
  const flush = () => {
    const text = stringify(rows, format);
    rows = [];
    const mark = isFirst && params.preset !== 'plain' ? BYTE_ORDER_MARK : '';
    isFirst = false;
    return mark + text;
  };
  for (const period of historyPeriods(context, scope)) {
    const site = siteOf(context, period.camera);
    let occupancy = occupancies.get(site.id);
    if (!occupancy) occupancies.set(site.id, (occupancy = new SiteOccupancy(context, site)));
    const note = notes.of(site.id, scope.timeZone, period);
    done++;
    rows.push(csvCells(period, site, scope.timeZone, occupancy.in(period), note, style));
    if (rows.length >= ROWS_AT_ONCE) yield { content: flush(), done };
  }
  if (isFirst || rows.length > 0) yield { content: flush(), done };
}

function delimiterOf({ preset, decimal }: PeriodParams): string {
  if (preset === 'tab') return '\t';
  // Where a comma is the decimal mark, Excel expects cells to be separated by semicolons.
  return preset === 'excel' && decimal === ',' ? ';' : ',';
}

/** `visitors_<site>_<from>_<to>_<granularity>.csv`, both days included, in characters every system allows. */
export function csvFileName(context: QueryContext, params: PeriodParams): string {
  const scope = scopeOf(context, params);
  const from = localDate(scope.timeZone, scope.range.start);
  const to = localDate(scope.timeZone, Math.max(scope.range.start, scope.range.end - 1));
  return `visitors_${safeName(siteName(context, params, scope))}_${from}_${to}_${scope.by}.csv`;
}

function siteName(context: QueryContext, params: PeriodParams, scope: HistoryScope): string {
  const sites = new Set(scope.cameras.map((camera) => siteOf(context, camera).name));
  const [only] = sites;
  if (params.site === undefined && sites.size > 1) return 'all';
  return only ?? context.state.sites.first().name;
}

/** Windows forbids `<>:"/\|?*`, control characters, and a dot or blank at the end. */
function safeName(name: string): string {
  const safe = [...name]
    .map((letter) => (letter < ' ' || '<>:"/\\|?*'.includes(letter) ? '-' : letter))
    .join('')
    .replace(/\s+/g, '-')
    .replace(/[. ]+$/, '');
  return safe.slice(0, 60) || 'site';
}
