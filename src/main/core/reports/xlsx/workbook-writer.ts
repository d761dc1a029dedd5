import { directions } from '#shared/domain';
import { turnInRate } from '#shared/metrics';
import type { CameraRecord } from '../../ingest/camera-record';
import { siteOf, type QueryContext } from '../../queries/context';
import { historyPeriods, type HistoryPeriod } from '../../queries/period-figures';
import type { HistoryScope } from '../../queries/scope';
import { SiteOccupancy } from '../../queries/site-occupancy';
import { PeriodNotes } from '../period-notes';
import type { ExportStep } from '../source';
import { cameraColumns, aboutColumns, summaryColumns } from './columns';
import { ExcelDates } from './excel-date';
import { packageParts, sheetPath, xmlHead } from './package-parts';
import { SheetXml, type CellValue, type Column } from './sheet-xml';
import { Summary } from './summary';
import type { WorkbookTexts } from './texts';
import type { ZipPieces } from './zip-pieces';

/** Worked out and packed in some milliseconds: messages from cameras wait for it. */
const ROWS_AT_ONCE = 100;

/** Writes the sheets one after the other. The tabs have an order of their own, so sums can be written last. */
export class WorkbookWriter {
  readonly summary: Summary;
  #sheets: { name: string; number: number }[] = [];
  #done = 0;
  readonly #dates: ExcelDates;
  readonly #doors = new Map<CameraRecord, CellValue[]>();
  readonly #notes: PeriodNotes;

  constructor(
    private readonly context: QueryContext,
    private readonly zip: ZipPieces,
    private readonly scope: HistoryScope,
    private readonly texts: WorkbookTexts,
  ) {
    this.summary = new Summary(context.now);
    this.#dates = new ExcelDates(scope.timeZone);
    this.#notes = new PeriodNotes(context, scope);
  }

  /** A sheet with a row per period; another one where Excel's rows are used up. */
  *periods(
    name: string,
    columns: Column[],
    scope: HistoryScope,
    onPeriod: (period: HistoryPeriod) => void = () => undefined,
  ): Generator<ExportStep> {
    const doneBefore = this.#done;
    const occupancies = new Map<string, SiteOccupancy>();
    let sheet = this.#begin(name, columns);
    let parts = 1;
    let waiting: string[] = [];
    for (const period of historyPeriods(this.context, scope)) {
      if (sheet.isFull) {
        this.zip.write(waiting.join('') + sheet.end());
        this.zip.end();
        waiting = [];
        sheet = this.#begin(`${name} ${++parts}`, columns);
      }
      onPeriod(period);
      waiting.push(sheet.row(this.#cells(period, occupancies)));
      if (waiting.length < ROWS_AT_ONCE) continue;
      this.zip.write(waiting.join(''));
      waiting = [];
      this.#done = doneBefore + period.position;
      yield { content: this.zip.take(), done: this.#done };
    }
    this.zip.write(waiting.join('') + sheet.end());
    this.zip.end();
    yield { content: this.zip.take(), done: this.#done };
  }

  finish(about: CellValue[][]): ExportStep {
    const door = (camera: CameraRecord) => this.#door(camera);
    const date = (at: number) => this.#dates.of(at);
    this.#whole('Summary', summaryColumns(this.texts), this.summary.rows(door, date));
    this.#whole(
      'Cameras',
      cameraColumns(this.texts),
      this.scope.cameras.map((camera) => this.#camera(camera)),
    );
    this.#whole('About', aboutColumns(this.texts), about);
    for (const [path, xml] of packageParts(inOrder(this.#sheets))) this.zip.whole(path, xml);
    this.zip.close();
    return { content: this.zip.take(), done: this.#done };
  }

  #begin(name: string, columns: Column[]): SheetXml {
    const number = this.#sheets.length + 1;
    this.#sheets.push({ name, number });
    const sheet = new SheetXml(columns);
    this.zip.begin(sheetPath(number));
    this.zip.write(xmlHead + sheet.begin());
    return sheet;
  }

  #whole(name: string, columns: Column[], rows: CellValue[][]): void {
    const sheet = this.#begin(name, columns);
    this.zip.write(rows.map((row) => sheet.row(row)).join('') + sheet.end());
    this.zip.end();
  }

  #cells(period: HistoryPeriod, occupancies: Map<string, SiteOccupancy>): CellValue[] {
    const { camera, start, end, figures } = period;
    const site = siteOf(this.context, camera);
    let occupancy = occupancies.get(site.id);
    if (!occupancy) occupancies.set(site.id, (occupancy = new SiteOccupancy(this.context, site)));
    const inside = figures.quality === 'missing' ? null : occupancy.in(period);
    const note = this.#notes.isEmpty ? '' : this.#notes.of(site.id, this.scope.timeZone, period);
    return [
      ...this.#door(camera),
      this.#dates.of(start),
      this.#dates.of(end),
      this.#dates.offset(start),
      figures.in,
      figures.out,
      figures.passby,
      figures.turnback,
      figures.inAdult,
      figures.inChild,
      figures.inStaff,
      figures.avgStaySeconds,
      inside?.end ?? null,
      inside?.max ?? null,
      turnInRate(figures),
      figures.coverage,
      figures.quality,
      note === '' ? null : note,
      ...directions.map((name) => figures.corrected?.[name] ?? null),
    ];
  }

  #door(camera: CameraRecord): CellValue[] {
    const known = this.#doors.get(camera);
    if (known) return known;
    const cells = [
      siteOf(this.context, camera).name,
      camera.name === '' ? camera.sn : camera.name,
      camera.sn,
    ];
    this.#doors.set(camera, cells);
    return cells;
  }

  #camera(camera: CameraRecord): CellValue[] {
    const { state, role, isFlipped, replaces, firstSeen, lastSeen } = camera;
    return [
      ...this.#door(camera),
      this.texts.states[state],
      this.texts.roles[role],
      isFlipped ? this.texts.yes : this.texts.no,
      replaces,
      this.#dates.of(firstSeen),
      lastSeen === null ? null : this.#dates.of(lastSeen),
    ];
  }
}

const firstTabs = ['Summary', 'Daily', 'Hourly'];
const lastTabs = ['Cameras', 'About'];

/** The tabs as they are read, whatever the order in which the sheets were written. */
function inOrder<T extends { name: string }>(sheets: readonly T[]): T[] {
  const rank = ({ name }: T) => {
    const first = firstTabs.findIndex((tab) => name === tab || name.startsWith(`${tab} `));
    return first === -1 ? firstTabs.length + lastTabs.indexOf(name) : first;
  };
  return [...sheets].sort((a, b) => rank(a) - rank(b));
}
