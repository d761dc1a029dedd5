import { z } from 'zod';
import type { Correction } from '../domain';
import { en } from '../sentences/en';
import { method } from './method';
import { dateOrInstantSchema, serialSchema, siteIdSchema, textSchema } from './schemas';

const statedSchema = z.int().min(0).max(1_000_000).nullable().default(null);

export const correctionsMethods = {
  /** Those that hold and those that were taken back and touch the range, newest first. */
  'corrections.list': method<Correction[]>()(
    'view',
    z.strictObject({
      from: dateOrInstantSchema,
      to: dateOrInstantSchema,
      site: siteIdSchema.optional(),
      camera: serialSchema.optional(),
    }),
  ),
  /**
   * What the camera should have counted from `from` to `to` (exclusive, whole quarter hours, past). The same
   * time again takes the earlier statement back; a time that overlaps another one is refused.
   */
  'corrections.put': method<Correction>()(
    'manage',
    z.strictObject({
      camera: serialSchema,
      from: dateOrInstantSchema,
      to: dateOrInstantSchema,
      in: statedSchema,
      out: statedSchema,
      passby: statedSchema,
      turnback: statedSchema,
      why: textSchema.min(1, en['reason-needed']).max(300),
    }),
  ),
  /** Takes a correction back: what the camera counted holds again. It stays on the list. */
  'corrections.remove': method<Correction>()('manage', z.strictObject({ id: z.int().positive() })),
};
