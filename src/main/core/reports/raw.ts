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
import { csvContentType, CsvFormat } from './csv-format';
import { csvColumns, csvLine, type LineFigures } from './csv-line';
import { rangeFileName } from './file-name';
import { factSteps } from './fact-steps';
import { countFacts, factScopeOf, keptSince, stretchesOf, type FactScope } from './kept-facts';
import { PeriodNotes } from './period-notes';
import type { ExportSource, ExportStep } from './source';

type RawParams = Extract<FileParams, { kind: 'csv' }>;

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
  return {
    fileName: rangeFileName(context, params, 'visitors', 'raw', 'csv'),
    contentType: csvContentType,
    total: countFacts(context, scope, selectCount),
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
  const lineOf = (row: RawRow): string | null => {
    const { camera, start, end, figures } = row;
    const door = doors.get(camera);
    if (!door?.isChosen(quarterOf(Math.max(end - 1, start)))) return null;
    const note = notes.isEmpty ? '' : format.texts(notes.of(camera.siteId, scope.timeZone, { start, end }));
    return csvLine(format, door.cells, windowCells(start, end), figures, null, note);
  };
  const stretches = stretchesOf(context, scope, ['report."end"']);
  const read = (stretch: Window) => rowsIn(context, scope.cameras, stretch);
  yield* factSteps(format, csvColumns, stretches, read, lineOf);
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
