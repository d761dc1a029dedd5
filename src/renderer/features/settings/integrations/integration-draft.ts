import type { MethodParams } from '#shared/contract';
import {
  encryptionChoices,
  type Encryption,
  type IntegrationName,
  type IntegrationSettings,
} from '#shared/domain';

/** Prometheus asks by itself, so there is nothing to type and nothing to be in trouble with. */
export const shownNames = ['webhook', 'mqtt', 'postgres', 'metrics'] as const satisfies (
  | IntegrationName
  | 'metrics'
)[];
export type ShownName = (typeof shownNames)[number];

export const fieldNames = {
  webhook: ['url', 'secret'],
  mqtt: ['host', 'port', 'user', 'password', 'encryption', 'topic', 'discoveryTopic'],
  postgres: ['host', 'port', 'user', 'password', 'database', 'encryption'],
  metrics: [],
} as const;
export type FieldName = (typeof fieldNames)[ShownName][number];

/** What was typed once and is never shown again: an empty field leaves it as it is. */
const writeOnly: readonly FieldName[] = ['url', 'secret', 'password'];

/** As it is typed. */
export interface IntegrationDraft {
  isOn: boolean;
  values: Partial<Record<FieldName, string>>;
}

export function draftOf(name: ShownName, settings: IntegrationSettings): IntegrationDraft {
  const saved: object = settings[name];
  const known = new Map(Object.entries(saved) as [string, unknown][]);
  const values = Object.fromEntries(
    fieldNames[name].map((field) => [field, writeOnly.includes(field) ? '' : String(known.get(field) ?? '')]),
  );
  return { isOn: settings[name].isOn, values };
}

type Change = MethodParams<'integrations.update'>;

/** What is to be sent for a draft that is right. */
export function changeOf(name: ShownName, { isOn, values }: IntegrationDraft): Change {
  const typed = Object.entries(values).filter(
    ([field, value]) => !(writeOnly.includes(field as FieldName) && value === ''),
  );
  const read = typed.map(([field, value]) => [field, valueOf(field as FieldName, value)] as const);
  // Each field has the type that its name says; the core checks all of it again.
  return { [name]: { isOn, ...Object.fromEntries(read) } };
}

function valueOf(field: FieldName, typed: string): string | number {
  if (field === 'port') return Number(typed);
  // Spaces may be part of a password; around anything else they got there by mistake.
  return field === 'password' || field === 'secret' ? typed : typed.trim();
}

const highestPort = 65_535;
const patterns: Partial<Record<FieldName, RegExp>> = {
  url: /^(https?:\/\/.+)?$/i,
  host: /^[A-Za-z0-9_.:-]*$/,
  topic: /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/,
  discoveryTopic: /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/,
};

/** Fields whose values nobody could use. */
export function wrongFields({ values }: IntegrationDraft): FieldName[] {
  return (Object.entries(values) as [FieldName, string][])
    .filter(([field, value]) => !isRight(field, value.trim()))
    .map(([field]) => field);
}

function isRight(field: FieldName, value: string): boolean {
  if (field === 'port') return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= highestPort;
  if (field === 'encryption') return encryptionChoices.includes(value as Encryption);
  if (field === 'url' && value !== '' && !URL.canParse(value)) return false;
  return patterns[field]?.test(value) ?? true;
}
