import type { Window } from '../counting/spread';
import type { CsvFormat } from './csv-format';
import type { ExportStep } from './source';

/** Worked out in some milliseconds: messages from cameras wait for it. */
const LINES_AT_ONCE = 500;
/** Looking where nothing is takes time, too. */
const STRETCHES_AT_ONCE = 40;

/**
 * A CSV file of single facts, read a stretch of time after the other.
 * @param rowsIn what lies in a stretch, in the order of the file
 * @param lineOf a row as a line without its end; `null`: it is not asked for
 */
export function* factSteps<T>(
  format: CsvFormat,
  columns: readonly string[],
  stretches: Iterable<Window>,
  rowsIn: (stretch: Window) => readonly T[],
  lineOf: (row: T) => string | null,
): Generator<ExportStep> {
  let content = format.mark + columns.join(format.delimiter) + format.lineEnd;
  let lines = 1;
  let done = 0;
  let looked = 0;
  const flush = (): ExportStep => {
    const step = { content, done };
    [content, lines, looked] = ['', 0, 0];
    return step;
  };
  for (const stretch of stretches) {
    for (const row of rowsIn(stretch)) {
      done++;
      const line = lineOf(row);
      if (line === null) continue;
      content += line + format.lineEnd;
      lines++;
    }
    if (lines >= LINES_AT_ONCE || ++looked >= STRETCHES_AT_ONCE) yield flush();
  }
  if (lines > 0) yield flush();
}
