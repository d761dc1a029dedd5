import { z } from 'zod';
import { rangeSchema } from './schemas';

export const csvPresets = ['excel', 'plain', 'tab'] as const;
export type CsvPreset = (typeof csvPresets)[number];

export const exportSchema = rangeSchema.extend({
  preset: z.enum(csvPresets).default('excel'),
  /** Decimal mark of the reader's computer. A comma makes the Excel preset separate cells by semicolons. */
  decimal: z.enum(['.', ',']).default('.'),
});
export type ExportParams = z.output<typeof exportSchema>;
export type ExportRequest = z.input<typeof exportSchema>;
