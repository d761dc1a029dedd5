import { z } from 'zod';
import { reportFormats, type ScheduledFile, type ScheduleState } from '../domain';
import { csvPresets, languageSchema } from './export';
import { method } from './method';
import { nothing } from './schemas';

const formatsSchema = z.array(z.enum(reportFormats)).max(reportFormats.length);

export const scheduleMethods = {
  'schedule.get': method<ScheduleState>()('manage', nothing),
  /** Only what changes. A folder has to be there and take a file. What is new is written from its period on. */
  'schedule.update': method<ScheduleState>()(
    'manage',
    z.strictObject({
      folder: z.string().trim().min(1).max(1000).nullable().optional(),
      formats: z
        .strictObject({ day: formatsSchema, week: formatsSchema, month: formatsSchema })
        .partial()
        .optional(),
      preset: z.enum(csvPresets).optional(),
      decimal: z.enum(['.', ',']).optional(),
      language: languageSchema.optional(),
      graceMinutes: z.int().min(0).max(1440).optional(),
    }),
  ),
  /** Writes what is due, and the newest complete period of each kind. @returns what became of each file */
  'schedule.runNow': method<ScheduledFile[]>()('manage', nothing),
  /** What became of the newest files, newest first. */
  'schedule.list': method<ScheduledFile[]>()(
    'manage',
    z.strictObject({ limit: z.int().min(1).max(500).default(50) }),
  ),
};
