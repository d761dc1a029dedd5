import { z } from 'zod';
import {
  cameraRoles,
  cameraStates,
  dataModes,
  historyRequestSettings,
  type CameraDetail,
  type CameraSummary,
} from '../domain';
import { method } from './method';
import { serialSchema, nameSchema, nothing } from './schemas';

export const camerasMethods = {
  'cameras.list': method<CameraSummary[]>()('view', nothing),
  'cameras.add': method<CameraSummary>()(
    'manage',
    z.strictObject({ sn: serialSchema, name: nameSchema.optional(), site: z.string().optional() }),
  ),
  'cameras.update': method<CameraSummary>()(
    'manage',
    z.strictObject({
      sn: serialSchema,
      name: nameSchema.optional(),
      site: z.string().max(64).optional(),
      uploadInterval: z.int().min(0).max(1440).optional(),
      dataMode: z.enum(dataModes).optional(),
      state: z.enum(cameraStates).exclude(['new']).optional(),
      historyRequests: z.enum(historyRequestSettings).optional(),
      toldTimeZone: z.union([z.enum(['site', 'off']), z.int().min(-12).max(14)]).optional(),
      role: z.enum(cameraRoles).optional(),
      isFlipped: z.boolean().optional(),
    }),
  ),
  /** Removes a camera and everything it ever counted. There is no way back. */
  'cameras.remove': method<null>()('manage', z.strictObject({ sn: serialSchema })),
  /** Serials of new cameras that have never counted anybody. */
  'cameras.uncounted': method<string[]>()('manage', nothing),
  /** Removes them. A real one among them comes back with its next message. @returns how many there were */
  'cameras.removeUncounted': method<number>()('manage', nothing),
  'cameras.detail': method<CameraDetail>()('view', z.strictObject({ sn: serialSchema })),
  /** `by` takes over from `sn`: name, site and history go on under it. `by: null` undoes that. */
  'cameras.replace': method<CameraSummary>()(
    'manage',
    z.strictObject({ sn: serialSchema, by: serialSchema.nullable() }),
  ),
  /** Asks the camera, in its next heartbeats, for what is missing. @returns what it will be asked for */
  'cameras.requestHistory': method<CameraDetail>()('manage', z.strictObject({ sn: serialSchema })),
  /** A camera that walks people through an invented shop, to try Foyer before the real one hangs. */
  'demo.start': method<null>()('manage', nothing),
  /** Takes the demo camera and everything it counted away. */
  'demo.stop': method<null>()('manage', nothing),
};
