import { z } from 'zod';
import {
  encryptionChoices,
  integrationNames,
  type IntegrationName,
  type IntegrationProblem,
  type IntegrationSettings,
  type IntegrationStatus,
} from '../domain';
import { en } from '../sentences/en';
import { method } from './method';
import { nothing } from './schemas';

const hostSchema = z
  .string()
  .trim()
  .max(253)
  .regex(/^[A-Za-z0-9_.:-]*$/, en['host-form']);
const portSchema = z.int().min(1).max(65535);
const textSchema = z
  .string()
  .trim()
  .max(120)
  // Control characters end a line or a name where that is read.
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, en['line-breaks']);
/** `null` forgets it. It can be changed, and never be read again. */
const secretSchema = z.string().min(1).max(500).nullable();
/** Levels of an MQTT topic, without wildcards. */
const topicSchema = z
  .string()
  .trim()
  .max(100)
  .regex(/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/, en['topic-form']);

const encryptionSchema = z.enum(encryptionChoices);

export const integrationsMethods = {
  'integrations.get': method<IntegrationSettings>()('manage', nothing),
  /** Only what changes; the rest stays. A secret goes with its address: another address needs it anew. */
  'integrations.update': method<IntegrationSettings>()(
    'manage',
    z.strictObject({
      postgres: z
        .strictObject({
          isOn: z.boolean(),
          host: hostSchema,
          port: portSchema,
          database: textSchema,
          user: textSchema,
          encryption: encryptionSchema,
          password: secretSchema,
        })
        .partial()
        .optional(),
      mqtt: z
        .strictObject({
          isOn: z.boolean(),
          host: hostSchema,
          port: portSchema,
          user: textSchema,
          encryption: encryptionSchema,
          topic: topicSchema,
          discoveryTopic: topicSchema,
          password: secretSchema,
        })
        .partial()
        .optional(),
      webhook: z
        .strictObject({
          isOn: z.boolean(),
          url: z
            .url({ protocol: /^https?$/, error: en['web-address-form'] })
            .max(500)
            .nullable(),
          secret: secretSchema,
        })
        .partial()
        .optional(),
      metrics: z.strictObject({ isOn: z.boolean() }).optional(),
    }),
  ),
  /** Tries the settings as they are kept. @returns what is wrong, `null` if it arrived */
  'integrations.test': method<{ problem: IntegrationProblem | null }>()(
    'manage',
    z.strictObject({ name: z.enum(integrationNames) }),
  ),
  'integrations.status': method<Record<IntegrationName, IntegrationStatus>>()('manage', nothing),
};
