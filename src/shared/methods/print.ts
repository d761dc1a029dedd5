import { z } from 'zod';
import { printKinds } from '../domain';
import { siteIdSchema } from './schemas';

/** One page of a site's figures, to print or to keep as PDF. Local dates; `to` is exclusive. */
export const printSchema = z.strictObject({
  site: siteIdSchema,
  kind: z.enum(printKinds),
  from: z.iso.date(),
  to: z.iso.date(),
});
export type PrintRequest = z.output<typeof printSchema>;
