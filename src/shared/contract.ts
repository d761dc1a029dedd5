import type { z } from 'zod';
import type { CameraSummary, Instant, QualityRecord, RefusedMessage, Serial, SiteSummary } from './domain';
import type { Told } from './sentences';
import { camerasMethods } from './methods/cameras';
import { exportMethods } from './methods/export';
import { correctionsMethods } from './methods/corrections';
import { insightsMethods } from './methods/insights';
import { integrationsMethods } from './methods/integrations';
import type { MethodDefinition } from './methods/method';
import { scheduleMethods } from './methods/schedule';
import { settingsMethods } from './methods/settings';
import { sharingMethods } from './methods/sharing';
import { sitesMethods } from './methods/sites';
import { systemMethods } from './methods/system';
import { tillMethods } from './methods/till';

export { type Role } from './methods/method';
export {
  csvPresets,
  exportGranularities,
  exportSchema,
  fileSchema,
  type CsvPreset,
  type ExportGranularity,
  type ExportParams,
  type ExportRequest,
  type FileKind,
  type FileParams,
  type FileRequest,
} from './methods/export';
export { printSchema, type PrintRequest } from './methods/print';
export { rangeSchema, serialPattern, serialSchema, type HistoryParams } from './methods/schemas';

/**
 * The one contract between Foyer and whoever looks at it. Each method is declared once, in `methods/`:
 * who may call it, the schema of its parameters, the type of its result. The IPC handler
 * (`src/main/shell`) and the HTTP route (`src/main/server`) are both derived from this map.
 */
export const methods = {
  ...camerasMethods,
  ...sitesMethods,
  ...insightsMethods,
  ...exportMethods,
  ...integrationsMethods,
  ...settingsMethods,
  ...systemMethods,
  ...sharingMethods,
  ...tillMethods,
  ...correctionsMethods,
  ...scheduleMethods,
} satisfies Record<string, MethodDefinition<z.ZodType, unknown>>;

type Methods = typeof methods;
export type MethodName = keyof Methods;
/** What a caller writes (defaults may be left out). */
export type MethodParams<M extends MethodName> = z.input<Methods[M]['params']>;
/** What a handler gets (validated, defaults filled in). */
export type ParsedParams<M extends MethodName> = z.output<Methods[M]['params']>;
export type MethodResult<M extends MethodName> = Exclude<Methods[M]['result'], undefined>;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}

/** What the owner changed by hand, and with it figures or words of days that are over. */
export type EditedKind = 'notes' | 'till' | 'corrections' | 'shop';

/** What is pushed to whoever looks. A carrier delivers them in the order in which they happened. */
export interface EventMap {
  /** A flow report was counted (or changed what was counted). */
  flow: { camera: CameraSummary; site: SiteSummary };
  /** The people in view changed. */
  stay: { camera: CameraSummary; site: SiteSummary };
  /** A camera appeared, was changed, came online or went offline. */
  camera: { camera: CameraSummary; site: SiteSummary };
  /** A counting rule fired, or a message was refused. */
  quality: { record: QualityRecord | null; refused: RefusedMessage | null };
  /** A camera and all that it counted is gone; the figures of its site are others now. */
  removed: { sn: Serial; site: SiteSummary };
  /** The owner changed something that no report tells of: whoever shows it asks anew. */
  edited: { what: EditedKind };
  /** Everything is that of a backup or a file now: whoever keeps something asks anew. */
  replaced: { at: Instant };
}
export const eventNames = [
  'flow',
  'stay',
  'camera',
  'quality',
  'removed',
  'edited',
  'replaced',
] as const satisfies (keyof EventMap)[];
export type EventName = keyof EventMap;
export type FoyerEvent = { [E in EventName]: { name: E; data: EventMap[E] } }[EventName];

export const errorCodes = [
  'invalid',
  'forbidden',
  'not-found',
  'conflict',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An expected failure: a sentence the owner can act on. */
export interface ApiError extends Told {
  code: ErrorCode;
}

export type Outcome<T> = { ok: true; result: T } | { ok: false; error: ApiError };
