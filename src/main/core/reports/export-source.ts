import type { FileParams } from '#shared/contract';
import type { QueryContext } from '../queries/context';
import { csvSource } from './csv';
import type { ExportSource } from './source';

/** A file in the making, of whichever kind. Nothing is read before its first step. */
export function exportSource(context: QueryContext, params: FileParams): ExportSource {
  if (params.kind === 'csv' && params.by !== 'raw') return csvSource(context, { ...params, by: params.by });
  throw new Error(`There is no export of the kind ${params.kind} yet`);
}
