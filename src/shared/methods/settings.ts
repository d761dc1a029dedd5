import { z } from 'zod';
import { alertKinds, languageChoices, type AlertKind, type Settings } from '../domain';
import { en } from '../sentences/en';
import { method } from './method';
import { nothing, portSchema } from './schemas';

const alertSettingsSchema = z.strictObject({
  ...(Object.fromEntries(alertKinds.map((kind) => [kind, z.boolean()])) as Record<AlertKind, z.ZodBoolean>),
  silentAfterMinutes: z.int().min(3).max(1440),
  occupancyLimitPeople: z.int().min(1).max(100_000).nullable(),
  staffMinutes: z.int().min(0).max(240),
});

/** An address, or a network as address and length. */
const senderSchema = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: en['sender-form'],
});

export const settingsMethods = {
  'settings.get': method<Settings>()('view', nothing),
  'settings.update': method<Settings>()(
    'manage',
    z.strictObject({
      cameraPort: portSchema.optional(),
      cameraHttpsPort: portSchema.nullable().optional(),
      cameraAddresses: z.array(senderSchema).max(200).optional(),
      acceptCameras: z.enum(['all', 'added']).optional(),
      rawRetentionDays: z.int().min(1).max(90).optional(),
      childHeightCm: z.int().min(50).max(250).optional(),
      language: z.enum(languageChoices).optional(),
      startWithComputer: z.boolean().optional(),
      keepAwake: z.boolean().optional(),
      closeToTray: z.boolean().optional(),
      checkForUpdates: z.boolean().optional(),
      /** Only what changes; the rest stays. */
      alerts: alertSettingsSchema.partial().optional(),
    }),
  ),
};
