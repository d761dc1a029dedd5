import { z } from 'zod';
import {
  alertKinds,
  cameraRoles,
  cameraStates,
  dataModes,
  granularities,
  historyRequestSettings,
  qualityRules,
  languageChoices,
  type AlertKind,
  type Backup,
  type CameraDetail,
  type CameraSummary,
  type Comparison,
  type DayNote,
  type Health,
  type History,
  type Instant,
  type OccupancyDay,
  type QualityRecord,
  type RefusedMessage,
  type Settings,
  type SiteSummary,
  type SystemInfo,
  type UsualDay,
  type WeekMapCell,
} from './domain';

/**
 * The one contract between Foyer and whoever looks at it. Each method is declared once:
 * who may call it, the schema of its parameters, the type of its result. The IPC handler
 * (`src/main/shell`) and the HTTP route (`src/main/server`) are both derived from this map.
 */

/** `view` reads, `manage` changes. Whoever may manage may view. */
export type Role = 'view' | 'manage';

interface MethodDefinition<P extends z.ZodType, R> {
  role: Role;
  params: P;
  /** Carries the result's type only; there is no value. */
  result?: R;
}

function method<R>() {
  return <P extends z.ZodType>(role: Role, params: P): MethodDefinition<P, R> => ({ role, params });
}

/** A camera serial as the owner may type it; trimmed. */
export const serialSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_.:-]{1,64}$/, 'A serial has 1 to 64 letters, digits or _ . : -');

const siteIdSchema = z.string().max(64);
const nameSchema = z.string().trim().min(1, 'A name is needed').max(80, 'At most 80 characters');
const nothing = z.strictObject({});
const portSchema = z.int().min(0).max(65535);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // RangeError is how Intl says that it does not know a zone.
    return false;
  }
}

const timeZoneSchema = z.string().refine(isTimeZone, 'Not a time zone this computer knows');

/** A local date (`2026-03-29`) or an instant with an offset (`2026-03-29T10:00:00+02:00`, `…Z`). */
const dateOrInstantSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'Use a date like 2026-03-29 or an instant like 2026-03-29T10:00:00+02:00',
});

/** Only what happened in opening hours, or outside of them. Where none are set all hours are open. */
const hoursSchema = z.enum(['all', 'open', 'closed']).default('all');

/** `from` inclusive, `to` exclusive. Without cameras: all of the site; without a site: all. */
export const rangeSchema = z.strictObject({
  from: dateOrInstantSchema,
  to: dateOrInstantSchema,
  /** Default: by the hour up to 31 days, by the day above. */
  by: z.enum(granularities).optional(),
  hours: hoursSchema,
  cameras: z.array(serialSchema).max(1000).optional(),
  site: z.string().max(64).optional(),
});
export type HistoryParams = z.output<typeof rangeSchema>;

/** Whole quarter hours, because that is what is summed. */
const timeOfDaySchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):(00|15|30|45)$/, 'Use a time like 09:15, on a quarter hour');
const intervalsSchema = z.array(z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })).max(6);
const openingHoursSchema = z.strictObject({
  weekly: z.array(intervalsSchema).length(7),
  exceptions: z
    .array(
      z.strictObject({ date: z.iso.date(), intervals: intervalsSchema, label: z.string().trim().max(80) }),
    )
    .max(400),
});

const alertSettingsSchema = z.strictObject({
  ...(Object.fromEntries(alertKinds.map((kind) => [kind, z.boolean()])) as Record<AlertKind, z.ZodBoolean>),
  silentAfterMinutes: z.int().min(3).max(1440),
  occupancyLimitPeople: z.int().min(1).max(100_000).nullable(),
  staffMinutes: z.int().min(0).max(240),
  webhookUrl: z
    .url({ protocol: /^https?$/, error: 'Use an address that begins with https://' })
    .max(500)
    .nullable(),
});

export const csvPresets = ['excel', 'plain', 'tab'] as const;
export type CsvPreset = (typeof csvPresets)[number];

export const exportSchema = rangeSchema.extend({
  preset: z.enum(csvPresets).default('excel'),
  /** Decimal mark of the reader's computer. A comma makes the Excel preset separate cells by semicolons. */
  decimal: z.enum(['.', ',']).default('.'),
});
export type ExportParams = z.output<typeof exportSchema>;
export type ExportRequest = z.input<typeof exportSchema>;

export const methods = {
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
  'cameras.detail': method<CameraDetail>()('view', z.strictObject({ sn: serialSchema })),
  /** `by` takes over from `sn`: name, site and history go on under it. `by: null` undoes that. */
  'cameras.replace': method<CameraSummary>()(
    'manage',
    z.strictObject({ sn: serialSchema, by: serialSchema.nullable() }),
  ),
  /** Asks the camera, in its next heartbeats, for what is missing. @returns what it will be asked for */
  'cameras.requestHistory': method<CameraDetail>()('manage', z.strictObject({ sn: serialSchema })),
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
  'history.query': method<History>()('view', rangeSchema),
  'insights.compare': method<Comparison>()(
    'view',
    z.strictObject({
      site: siteIdSchema,
      from: dateOrInstantSchema,
      to: dateOrInstantSchema,
      /** A week earlier, or 364 days: the same weekdays of last year. */
      with: z.enum(['week', 'year']).default('week'),
      hours: hoursSchema,
    }),
  ),
  'insights.usualDay': method<UsualDay>()(
    'view',
    z.strictObject({ site: siteIdSchema, date: z.iso.date(), hours: hoursSchema }),
  ),
  /** 7 × 24 cells, Monday first. */
  'insights.weekMap': method<WeekMapCell[]>()(
    'view',
    z.strictObject({ site: siteIdSchema, from: dateOrInstantSchema, to: dateOrInstantSchema }),
  ),
  'notes.list': method<DayNote[]>()(
    'view',
    z.strictObject({ from: z.iso.date(), to: z.iso.date(), site: siteIdSchema.optional() }),
  ),
  /** An empty text takes the note away. @returns the note as it is now */
  'notes.put': method<DayNote>()(
    'manage',
    z.strictObject({ site: siteIdSchema, date: z.iso.date(), text: z.string().trim().max(500) }),
  ),
  /** A camera that walks people through an invented shop, to try Foyer before the real one hangs. */
  'demo.start': method<null>()('manage', nothing),
  /** Takes the demo camera and everything it counted away. */
  'demo.stop': method<null>()('manage', nothing),
  'settings.get': method<Settings>()('view', nothing),
  'settings.update': method<Settings>()(
    'manage',
    z.strictObject({
      cameraPort: portSchema.optional(),
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
  /** Everything is that of a backup or a file now: whoever keeps something asks anew. */
  replaced: { at: Instant };
}
export const eventNames = [
  'flow',
  'stay',
  'camera',
  'quality',
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
export interface ApiError {
  code: ErrorCode;
  message: string;
}

export type Outcome<T> = { ok: true; result: T } | { ok: false; error: ApiError };
