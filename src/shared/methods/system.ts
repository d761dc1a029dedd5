import { z } from 'zod';
import {
  qualityRules,
  type Backup,
  type Health,
  type QualityRecord,
  type RefusedMessage,
  type SystemInfo,
} from '../domain';
import { method } from './method';
import { serialSchema, nothing } from './schemas';

export const systemMethods = {
  'quality.list': method<QualityRecord[]>()(
    'view',
    z.strictObject({
      sn: serialSchema.optional(),
      /** Only these; left out: all. */
      rules: z.array(z.enum(qualityRules)).max(qualityRules.length).optional(),
      limit: z.int().min(1).max(1000).default(200),
    }),
  ),
  'refused.list': method<RefusedMessage[]>()(
    'manage',
    z.strictObject({ limit: z.int().min(1).max(500).default(100) }),
  ),
  /** Newest first. */
  'backup.list': method<Backup[]>()('manage', nothing),
  /** One is kept for each day: it takes the place of an earlier one of today. */
  'backup.now': method<Backup>()('manage', nothing),
  /** Back to a backup. What is there now is kept as one of its own, the newest `before-restore`. */
  'backup.restore': method<null>()('manage', z.strictObject({ name: z.string().max(200) })),
  'system.info': method<SystemInfo>()('view', nothing),
  'system.health': method<Health>()('view', nothing),
};
