import type { Instant, Serial } from './words';

/** Why a message was refused. */
export const refusalReasons = [
  'empty-body',
  'not-json',
  'not-an-object',
  'no-serial',
  'bad-serial',
  'no-known-content',
  'no-usable-field',
  'no-time',
  'bad-time',
  'bad-list',
  'unknown-path',
  'unknown-camera',
  'blocked-camera',
  'too-many-new-cameras',
  'too-large',
  'too-slow',
  'too-many-messages',
  'address-not-allowed',
  'storage',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export interface RefusedMessage {
  id: number;
  at: Instant;
  reason: RefusalReason;
  /** The sentence the camera was answered with. */
  message: string;
  /** Place in the body, for example `data[3].endTime`. */
  place: string | null;
  sn: string | null;
  path: string;
  address: string;
  /** At most 2,000 characters of the body, secrets removed. */
  body: string;
}

/** Every counting rule that may fire; the owner reads them under "Data quality". */
export const qualityRules = [
  'resent',
  'replaced',
  'value-set-aside',
  'counter-started',
  'counter-restarted',
  'counter-late',
  'mode-changed',
  'history-used',
  'history-lower',
  'window-rebuilt',
  'clock-shifted',
  'clock-wrong',
  'gap-recovered',
  'gap-not-recovered',
  'new-camera',
  'too-many-reports',
] as const;
export type QualityRule = (typeof qualityRules)[number];

export interface QualityRecord {
  id: number;
  at: Instant;
  sn: Serial;
  rule: QualityRule;
  /** Place in the message, for example `passby`. */
  field: string | null;
  before: string | null;
  after: string | null;
}
