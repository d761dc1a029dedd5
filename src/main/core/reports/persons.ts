import type { FileParams } from '#shared/contract';
import { directionNames } from '../counting/measures';
import { isChild } from '../counting/splits';
import type { Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import { siteOf, type QueryContext } from '../queries/context';
import { LocalTimes } from '../time/local-times';
import type { EpochMs } from '../types';
import { doorCells } from './csv';
import { csvContentType, CsvFormat } from './csv-format';
import { rangeFileName } from './file-name';
import { factSteps } from './fact-steps';
import { countFacts, factScopeOf, keptSince, stretchesOf, type FactScope } from './kept-facts';
import type { ExportSource, ExportStep } from './source';

type PersonsParams = Extract<FileParams, { kind: 'persons' }>;

export const personColumns = [
  'site',
  'camera',
  'serial',
  'time',
  'utc_offset',
  'direction',
  'child',
  'staff',
  'height_cm',
  'stay_s',
  'person_id',
] as const;

/**
 * Events have the time that the camera gave them, else that of their report. Two look-ups: most are found by their
 * own time.
 */
const columns = 'direction, is_child, is_staff, height_cm, person.stay_ms, person_id';
const selectTimed = `SELECT at, ${columns} FROM person JOIN report ON report.id = report_id
  WHERE person.camera_id = ? AND at >= ? AND at < ? AND kind <> 3`;
const selectUntimed = `SELECT max("end" - 1, start), ${columns} FROM report JOIN person ON report_id = report.id
  WHERE report.camera_id = ? AND "end" >= ? AND "end" <= ? AND kind <> 3 AND at IS NULL
  AND max("end" - 1, start) >= ? AND max("end" - 1, start) < ?`;

const selectCount = 'SELECT count(*) FROM person WHERE camera_id = ? AND at >= ? AND at < ?';

interface PersonRow {
  camera: CameraRecord;
  at: EpochMs;
  direction: number;
  isChild: boolean;
  isStaff: boolean;
  heightCm: number | null;
  stayMs: number | null;
  id: string;
}

/** `kind: 'persons'`: a line per person event that is still kept. */
export function personsSource(context: QueryContext, params: PersonsParams): ExportSource {
  const scope = factScopeOf(context, params);
  return {
    fileName: rangeFileName(context, params, 'persons', null, 'csv'),
    contentType: csvContentType,
    total: countFacts(context, scope, selectCount),
    keptSince: keptSince(context, scope, ['person.at']),
    steps: personSteps(context, scope, params),
  };
}

function* personSteps(context: QueryContext, scope: FactScope, params: PersonsParams): Generator<ExportStep> {
  const format = new CsvFormat(params);
  const times = new LocalTimes(scope.timeZone);
  const doors = new Map(
    scope.cameras.map((camera) => [camera, doorCells(format, siteOf(context, camera).name, camera)]),
  );
  const { childHeightCm } = context.state.settings.get();
  const lineOf = (row: PersonRow) => {
    const person = { ...row, isChild: isChild(row, childHeightCm) };
    return personLine(format, times, doors.get(row.camera) ?? '', person);
  };
  const stretches = stretchesOf(context, scope, ['report."end"', 'person.at']);
  const read = (stretch: Window) => rowsIn(context, scope.cameras, stretch);
  yield* factSteps(format, personColumns, stretches, read, lineOf);
}

function rowsIn(
  { state }: QueryContext,
  cameras: readonly CameraRecord[],
  { start, end }: Window,
): PersonRow[] {
  const rows = cameras.flatMap((camera) => {
    // Two reports of a real-time camera may name the same person: event, time and type make one.
    const found = new Map<string, PersonRow>();
    const timed = state.sql.all(selectTimed, [camera.id, start, end]);
    const untimed = state.sql.all(selectUntimed, [camera.id, start, end, start, end]);
    for (const [at, direction, isChild, isStaff, heightCm, stayMs, id] of [...timed, ...untimed]) {
      found.set(`${String(at)} ${String(direction)} ${String(isChild)} ${String(id)}`, {
        camera,
        at: Number(at),
        direction: Number(direction),
        isChild: isChild === 1,
        isStaff: isStaff === 1,
        heightCm: typeof heightCm === 'number' ? heightCm : null,
        stayMs: typeof stayMs === 'number' ? stayMs : null,
        id: String(id),
      });
    }
    return [...found.values()];
  });
  return rows.sort((a, b) => a.at - b.at);
}

function personLine(format: CsvFormat, times: LocalTimes, door: string, row: PersonRow): string {
  const { camera, at, isChild, isStaff, heightCm, stayMs } = row;
  const names = camera.isFlipped ? flippedNames : directionNames;
  return [
    door,
    format.isPlain ? times.instant(at) : times.second(at),
    times.offset(at),
    names[row.direction] ?? '',
    isChild ? 1 : 0,
    isStaff ? 1 : 0,
    heightCm ?? '',
    format.number(stayMs === null ? null : Math.round(stayMs / 100) / 10),
    format.texts(row.id),
  ].join(format.delimiter);
}

const [entered, left, ...others] = directionNames;
/** Of a camera that hangs the other way round. */
const flippedNames = [left, entered, ...others];
