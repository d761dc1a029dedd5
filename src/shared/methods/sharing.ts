import { z } from 'zod';
import {
  accessKeyRoles,
  type AccessKey,
  type NewAccessKey,
  type Pairing,
  type Session,
  type SharedDevice,
  type Sharing,
} from '../domain/sharing';
import { method } from './method';
import { nameSchema, nothing, portSchema } from './schemas';

const idSchema = z.string().max(64);

/** Who may look from elsewhere: phones and screens in the shop, and programs with a key. */
export const sharingMethods = {
  'session.get': method<Session>()('view', nothing),
  'sharing.get': method<Sharing>()('manage', nothing),
  /** A port that is in use changes nothing. */
  'sharing.update': method<Sharing>()(
    'manage',
    z.strictObject({ isOn: z.boolean().optional(), port: portSchema.optional() }),
  ),
  /** Invites one device: whoever opens the link first may look until it is taken back. */
  'sharing.pair': method<Pairing>()('manage', nothing),
  /** Who looked last comes first. */
  'sharing.devices': method<SharedDevice[]>()('manage', nothing),
  /** @returns those that are left. `null`: none */
  'sharing.revoke': method<SharedDevice[]>()('manage', z.strictObject({ id: idSchema.nullable() })),
  'keys.list': method<AccessKey[]>()('manage', nothing),
  'keys.create': method<NewAccessKey>()(
    'manage',
    z.strictObject({ name: nameSchema, role: z.enum(accessKeyRoles) }),
  ),
  /** @returns those that are left */
  'keys.revoke': method<AccessKey[]>()('manage', z.strictObject({ id: idSchema })),
};
