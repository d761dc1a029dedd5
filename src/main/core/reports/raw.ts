import type { FileParams } from '#shared/contract';
import { positionOf, type Measures } from '../counting/measures';
import { quarterOf, type Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import { siteOf, type QueryContext } from '../queries/context';
import { chosenQuarters } from '../queries/chosen-quarters';
import { directed } from '../queries/doors';
import { avgStaySeconds } from '../queries/period-figures';
import { measureColumns } from '../storage/schema';
import type { SqlRow } from '../storage/sql';
import { doorCells } from './csv';
import { CsvFormat } from './csv-format';
import { csvColumns, csvLine, type LineFigures } from './csv-line';
import { rangeFileName } from './file-name';
import { factScopeOf, keptSince, stretchesOf, type FactScope } from './kept-facts';
import { PeriodNotes } from './period-notes';
import type { ExportSource, ExportStep } from './source';

type RawParams = Extract<FileParams, { kind: 'csv' }>;

const LINES_AT_ONCE = 500;
/** Looking where nothing is takes time, too. */
const STRETCHES_AT_ONCE = 40;

/**
 * A report belongs where it ends, like the people it speaks of; one without any length where it lies. The first two
 * conditions are for the index.
 */
const inWindow = `camera_id = ? AND "end" >= ? AND "end" <= ? AND kind <> 3
  AND max("end" - 1, start) >= ? AND max("end" - 1, start) < ?`;
/** By the index alone. */
const selectCount = 'SELECT count(*) FROM report WHERE camera_id = ? AND "end" > ? AND "end" <= ?';
const selectRows = `SELECT start, "end", is_shifted, counted, ${measureColumns.join(', ')} FROM report
  WHERE ${inWindow} ORDER BY "end", start, id`;

interface RawRow extends Window {
  camera: CameraRecord;
  figures: LineFigures;
}

/** `kind: 'csv', by: 'raw'`: a line per report that is still kept, as it counts, ordered by its end. */
export function rawSource(context: QueryContext, params: RawParams): ExportSource {
  const scope = factScopeOf(context, params);
  const { start, end } = scope.range;
  const total = scope.cameras.reduce((sum, { id }) => {
    return sum + Number(context.state.sql.get(selectCount, [id, start, end])?.[0]);
  }, 0);
  return {
    fileName: rangeFileName(context, params, 'visitors', 'raw', 'csv'),
    contentType: 'text/csv; charset=utf-8',
    total,
    keptSince: keptSince(context, scope, ['report."end"']),
    steps: rawSteps(context, scope, params),
  };
}

function* rawSteps(context: QueryContext, scope: FactScope, params: RawParams): Generator<ExportStep> {
  const format = new CsvFormat(params);
  const windowCells = format.windows(scope.timeZone, 'second');
  const notes = new PeriodNotes(context, scope);
  const doors = new Map(
    scope.cameras.map((camera) => [
      camera,
      {
        cells: doorCells(format, siteOf(context, camera).name, camera),
        isChosen: chosenQuarters(siteOf(context, camera), params.hours, scope.range),
      },
    ]),
  );
  let lines = [format.mark + csvColumns.join(format.delimiter)];
  let done = 0;
  let stretches = 0;
  const flush = (): ExportStep => {
    const content = lines.map((line) => line + format.lineEnd).join('');
    lines = [];
    stretches = 0;
    return { content, done };
  };
  for (const stretch of stretchesOf(context, scope, ['report."end"'])) {
    for (const row of rowsIn(context, scope.cameras, stretch)) {
      done++;
      const door = doors.get(row.camera);
      if (!door?.isChosen(quarterOf(Math.max(row.end - 1, row.start)))) continue;
      const note = notes.isEmpty
        ? ''
        : format.texts(notes.of(row.camera.siteId, scope.timeZone, { start: row.start, end: row.end }));
      lines.push(csvLine(format, door.cells, windowCells(row.start, row.end), row.figures, null, note));
    }
    if (lines.length >= LINES_AT_ONCE || ++stretches >= STRETCHES_AT_ONCE) yield flush();
  }
  if (lines.length > 0) yield flush();
}

function rowsIn({ state }: QueryContext, cameras: readonly CameraRecord[], { start, end }: Window): RawRow[] {
  const rows = cameras.flatMap((camera) =>
    state.sql.all(selectRows, [camera.id, start, end, start, end]).map((row) => toRow(camera, row)),
  );
  return cameras.length === 1 ? rows : rows.sort((a, b) => a.end - b.end || a.start - b.start);
}

function toRow(camera: CameraRecord, [start, end, isShifted, counted, ...told]: SqlRow): RawRow {
  const measures = directed(
    camera,
    typeof counted === 'string' ? (JSON.parse(counted) as Measures) : (told as Measures),
  );
  const value = (name: Parameters<typeof positionOf>[0]) => measures[positionOf(name)] ?? null;
  return {
    camera,
    start: Number(start),
    end: Number(end),
    figures: {
      in: value('in'),
      out: value('out'),
      passby: value('passby'),
      turnback: value('turnback'),
      inAdult: value('inAdult'),
      inChild: value('inChild'),
      inStaff: value('inStaff'),
      avgStaySeconds: avgStaySeconds(measures),
      // A report says what was counted, not whether the camera was alive throughout.
      coverage: null,
      // The times of a camera whose clock is wrong are worked out.
      quality: isShifted === 1 ? 'estimated' : 'ok',
    },
  };
}
