import { z } from 'zod';
import type { OccupancyDay, SiteSummary } from '../domain';
import { en } from '../sentences/en';
import { method } from './method';
import { nameSchema, nothing, timeZoneSchema } from './schemas';

/** Whole quarter hours, because that is what is summed. */
const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):(00|15|30|45)$/, en['time-form']);
const intervalsSchema = z.array(z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })).max(6);
const openingHoursSchema = z.strictObject({
  weekly: z.array(intervalsSchema).length(7),
  exceptions: z
    .array(
      z.strictObject({ date: z.iso.date(), intervals: intervalsSchema, label: z.string().trim().max(80) }),
    )
    .max(400),
});

export const sitesMethods = {
  'sites.list': method<SiteSummary[]>()('view', nothing),
  'sites.update': method<SiteSummary>()(
    'manage',
    z.strictObject({
      id: z.string().max(64),
      name: nameSchema.optional(),
      timeZone: timeZoneSchema.optional(),
      dayStartHour: z.int().min(0).max(12).optional(),
      openingHours: openingHoursSchema.nullable().optional(),
    }),
  ),
  'sites.add': method<SiteSummary>()(
    'manage',
    z.strictObject({ name: nameSchema, timeZone: timeZoneSchema.optional() }),
  ),
  /** "It is empty now", "there are five inside now". */
  'sites.setOccupancy': method<SiteSummary>()(
    'manage',
    z.strictObject({ id: z.string().max(64), inside: z.int().min(0).max(100_000) }),
  ),
  'sites.occupancyDay': method<OccupancyDay>()(
    'view',
    z.strictObject({ id: z.string().max(64), date: z.iso.date().optional() }),
  ),
};
