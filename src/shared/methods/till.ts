import { z } from 'zod';
import type { TillBook, TillDay, TillImport, TillReport, TillUndone } from '../domain';
import { en } from '../sentences/en';
import { method } from './method';
import { hoursSchema, siteIdSchema } from './schemas';

const transactionsSchema = z.int().min(0).max(1_000_000);
/** Below zero on a day with more refunds than sales. */
const takingsSchema = z.int().min(-1e12).max(1e12);
const currencySchema = z.string().regex(/^[A-Z]{3}$/, en['currency-form']);

export const tillMethods = {
  /** `from` inclusive, `to` exclusive. */
  'till.list': method<TillBook>()(
    'view',
    z.strictObject({ site: siteIdSchema, from: z.iso.date(), to: z.iso.date() }),
  ),
  /** Sets both figures of a day; both `null` takes the day out. */
  'till.put': method<TillDay>()(
    'manage',
    z.strictObject({
      site: siteIdSchema,
      date: z.iso.date(),
      transactions: transactionsSchema.nullable(),
      takings: takingsSchema.nullable(),
    }),
  ),
  /** Many days at a time. A figure that is left out stays as it is noted. */
  'till.import': method<TillImport>()(
    'manage',
    z.strictObject({
      site: siteIdSchema,
      days: z
        .array(
          z.strictObject({
            date: z.iso.date(),
            transactions: transactionsSchema.optional(),
            takings: takingsSchema.optional(),
          }),
        )
        .min(1)
        .max(4000),
    }),
  ),
  /** Takes an import back. The last twenty can be. */
  'till.undo': method<TillUndone>()('manage', z.strictObject({ undo: z.int().positive() })),
  /** The money of what is noted from now on. */
  'till.setCurrency': method<null>()(
    'manage',
    z.strictObject({ site: siteIdSchema, currency: currencySchema }),
  ),
  /** Conversion and value per visitor by business days, or their weeks and months. */
  'reports.till': method<TillReport>()(
    'view',
    z.strictObject({
      site: siteIdSchema,
      /** Local dates of business days; `to` exclusive. */
      from: z.iso.date(),
      to: z.iso.date(),
      by: z.enum(['day', 'week', 'month']).default('day'),
      /** Sales are made in opening hours: visitors of the same hours are held against them. */
      hours: hoursSchema.unwrap().default('open'),
    }),
  ),
};
