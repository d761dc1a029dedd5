import type { FileParams } from '#shared/contract';
import type { QueryContext } from '../queries/context';
import { archiveSource, type JournalFiles } from './archive';
import { csvSource } from './csv';
import { personsSource } from './persons';
import { rawSource } from './raw';
import type { ExportSource } from './source';
import { workbookSource } from './xlsx/workbook';

/** A file in the making, of whichever kind. Nothing is read before its first step. */
export function exportSource(context: QueryContext, journal: JournalFiles, params: FileParams): ExportSource {
  switch (params.kind) {
    case 'csv':
      return params.by === 'raw'
        ? rawSource(context, params)
        : csvSource(context, { ...params, by: params.by });
    case 'xlsx':
      return workbookSource(context, params);
    case 'persons':
      return personsSource(context, params);
    case 'archive':
      return archiveSource(context, journal);
  }
}
