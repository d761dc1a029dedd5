import { z } from 'zod';
import { granularities } from '../domain';
import { en } from '../sentences/en';

export const serialPattern = /^[A-Za-z0-9_.:-]{1,64}$/;

/** A camera serial as the owner may type it; trimmed. */
export const serialSchema = z.string().trim().regex(serialPattern, en['serial-form']);

export const siteIdSchema = z.string().max(64);
/** Half of a surrogate pair, and NUL: neither comes out of a database or a file as it went in. */
const unkeepable = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\0/g;

/** Text as it is typed, less the blanks around it, and with a replacement sign for what cannot be kept. */
export const textSchema = z
  .string()
  .trim()
  .overwrite((text) => text.replaceAll(unkeepable, '\ufffd'));
export const nameSchema = textSchema.min(1, en['name-needed']).max(80);
export const nothing = z.strictObject({});
export const portSchema = z.int().min(0).max(65535);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // RangeError is how Intl says that it does not know a zone.
    return false;
  }
}

export const timeZoneSchema = z.string().refine(isTimeZone, en['zone-unknown']);

/** A local date (`2026-03-29`) or an instant with an offset (`2026-03-29T10:00:00+02:00`, `…Z`). */
export const dateOrInstantSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: en['date-form'],
});

/** Only what happened in opening hours, or outside of them. Where none are set all hours are open. */
export const hoursSchema = z.enum(['all', 'open', 'closed']).default('all');

/** Whether the owner's corrections are in the figures. */
export const correctionsSchema = z.boolean().default(true);

/** `from` inclusive, `to` exclusive. Without cameras: all of the site; without a site: all. */
export const rangeSchema = z.strictObject({
  from: dateOrInstantSchema,
  to: dateOrInstantSchema,
  /** Default: by the hour up to 31 days, by the day above. */
  by: z.enum(granularities).optional(),
  hours: hoursSchema,
  cameras: z.array(serialSchema).max(1000).optional(),
  site: z.string().max(64).optional(),
});
export type HistoryParams = z.output<typeof rangeSchema>;
