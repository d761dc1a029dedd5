import type { QueryContext } from '../queries/context';
import { readSegment } from '../storage/journal-format';
import { decodeRecord, type LogRecord } from '../storage/record';
import { newestVersion } from '../storage/schema';
import type { Segment } from '../storage/segments';
import { localDate } from '../time/zone';
import { archiveLine, archiveRecord } from './archive-record';
import { archivedTables } from './archive-tables';
import type { ExportSource, ExportStep } from './source';
import { likelyRows, tablePages } from './table-pages';

/** The journal's files: what the owner did is told nowhere else. */
export interface JournalFiles {
  segments(): Segment[];
  read(segment: Segment): Uint8Array;
}

/** `kind: 'archive'`: everything there is, a line of JSON per record; what it is says the field `type`. */
export function archiveSource(context: QueryContext, journal: JournalFiles): ExportSource {
  const { state, now } = context;
  const total = [...archivedTables.keys()].reduce((sum, table) => sum + likelyRows(state.sql, table), 2);
  return {
    fileName: `foyer-archive-${localDate(state.sites.first().timeZone, now)}.ndjson`,
    contentType: 'application/x-ndjson; charset=utf-8',
    total,
    keptSince: null,
    steps: archiveSteps(context, journal),
  };
}

function* archiveSteps({ state, now }: QueryContext, journal: JournalFiles): Generator<ExportStep> {
  let done = 2;
  const about = { format: 1, schema: newestVersion, made: new Date(now).toISOString() };
  yield { content: archiveLine('foyer', about) + archiveLine('settings', state.settings.get()), done };
  const serialOf = (id: number) => state.cameras.byId(id)?.sn ?? null;
  for (const [table, type] of archivedTables) {
    for (const { columns, rows } of tablePages(state.sql, table)) {
      done += rows.length;
      const lines = rows.map((row) => archiveLine(type, archiveRecord(columns, row, serialOf)));
      yield { content: lines.join(''), done };
    }
  }
  for (const segment of journal.segments()) {
    // Messages are as good as told by the facts that were made of them; commands are not.
    const lines = recordsOf(journal, segment)
      .filter((record) => record.kind === 'command')
      .map(({ at, name, params }) =>
        archiveLine('command', { at: new Date(at).toISOString(), name, params }),
      );
    yield { content: lines.join(''), done };
  }
}

function recordsOf(journal: JournalFiles, segment: Segment): LogRecord[] {
  let bytes: Uint8Array;
  try {
    bytes = journal.read(segment);
  } catch {
    // Retention may have removed it since the list was made.
    return [];
  }
  return readSegment(bytes, segment.first).records.flatMap(({ payload }) => {
    try {
      return [decodeRecord(payload)];
    } catch {
      // Whole, and yet not of a kind that this version knows: as at a start, it costs only itself.
      return [];
    }
  });
}
