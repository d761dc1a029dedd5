import { z } from 'zod';
import { granularities, type ExportPlan } from '../domain';
import { languages } from '../languages';
import { method } from './method';
import { dateOrInstantSchema, rangeSchema, serialSchema, siteIdSchema } from './schemas';

export const csvPresets = ['excel', 'plain', 'tab'] as const;
export type CsvPreset = (typeof csvPresets)[number];

/** `raw`: every report that is still kept, with the window that it speaks of. */
export const exportGranularities = ['raw', ...granularities] as const;
export type ExportGranularity = (typeof exportGranularities)[number];

const csvStyle = {
  preset: z.enum(csvPresets).default('excel'),
  /** Decimal mark of the reader's computer. A comma makes the Excel preset separate cells by semicolons. */
  decimal: z.enum(['.', ',']).default('.'),
};

export const exportSchema = rangeSchema.extend({
  by: z.enum(exportGranularities).optional(),
  ...csvStyle,
});
export type ExportParams = z.output<typeof exportSchema>;
export type ExportRequest = z.input<typeof exportSchema>;

export const languageSchema = z.enum(languages);

const personsSchema = z.strictObject({
  from: dateOrInstantSchema,
  to: dateOrInstantSchema,
  cameras: z.array(serialSchema).max(1000).optional(),
  site: siteIdSchema.optional(),
  ...csvStyle,
});

/**
 * A file that can be asked for.
 *
 * - `csv`: a row per camera and period.
 * - `xlsx`: a workbook with the days and hours of the range; it takes what `csv` takes, and ignores what only
 *   text needs. Sheets for people are in `language`; columns that programs read have one name everywhere.
 * - `persons`: a CSV row per person event that is still kept. For whoever may manage, like `by: 'raw'`.
 * - `archive`: everything there is, a line of JSON per record. For whoever may manage.
 */
export const fileSchema = z.discriminatedUnion('kind', [
  exportSchema.extend({ kind: z.literal('csv') }),
  exportSchema.extend({ kind: z.literal('xlsx'), language: languageSchema.default('en') }),
  personsSchema.extend({ kind: z.literal('persons') }),
  z.strictObject({ kind: z.literal('archive') }),
]);
export type FileParams = z.output<typeof fileSchema>;
export type FileRequest = z.input<typeof fileSchema>;
export type FileKind = FileParams['kind'];

export const exportMethods = {
  /** What a file would be, without making it. */
  'export.plan': method<ExportPlan>()('view', fileSchema),
};
