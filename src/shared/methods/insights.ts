import { z } from 'zod';
import type { Comparison, DayNote, History, UsualDay, WeekMapCell } from '../domain';
import { method } from './method';
import {
  correctionsSchema,
  siteIdSchema,
  dateOrInstantSchema,
  hoursSchema,
  rangeSchema,
  textSchema,
} from './schemas';

export const insightsMethods = {
  'history.query': method<History>()('view', rangeSchema),
  'insights.compare': method<Comparison>()(
    'view',
    z.strictObject({
      site: siteIdSchema,
      from: dateOrInstantSchema,
      to: dateOrInstantSchema,
      /**
       * `week`: a week earlier. `year`: 364 days, the same weekdays of last year. `before`: as many whole weeks
       * as the range is long, so that the two do not overlap.
       */
      with: z.enum(['week', 'year', 'before']).default('week'),
      hours: hoursSchema,
      corrections: correctionsSchema,
    }),
  ),
  'insights.usualDay': method<UsualDay>()(
    'view',
    z.strictObject({ site: siteIdSchema, date: z.iso.date(), hours: hoursSchema }),
  ),
  /** 7 × 24 cells, Monday first. */
  'insights.weekMap': method<WeekMapCell[]>()(
    'view',
    z.strictObject({
      site: siteIdSchema,
      from: dateOrInstantSchema,
      to: dateOrInstantSchema,
      corrections: correctionsSchema,
    }),
  ),
  'notes.list': method<DayNote[]>()(
    'view',
    z.strictObject({ from: z.iso.date(), to: z.iso.date(), site: siteIdSchema.optional() }),
  ),
  /** An empty text takes the note away. @returns the note as it is now */
  'notes.put': method<DayNote>()(
    'manage',
    z.strictObject({ site: siteIdSchema, date: z.iso.date(), text: textSchema.max(500) }),
  ),
};
