import type { Instant } from './words';

/** Where figures can go by themselves. Each is off until the owner switches it on. */
export const integrationNames = ['postgres', 'webhook', 'mqtt'] as const;
export type IntegrationName = (typeof integrationNames)[number];

/** `on`: nobody else can read along. `verified`: and the other side has proved who it is. */
export const encryptionChoices = ['off', 'on', 'verified'] as const;
export type Encryption = (typeof encryptionChoices)[number];

/** The owner's own database, which gets every counted quarter hour and every report. */
export interface PostgresSettings {
  isOn: boolean;
  host: string;
  port: number;
  database: string;
  user: string;
  encryption: Encryption;
}

/** A broker that gets the figures of now, for Home Assistant and its like. */
export interface MqttSettings {
  isOn: boolean;
  host: string;
  port: number;
  /** Empty: no login. */
  user: string;
  encryption: Encryption;
  /** First part of every topic. */
  topic: string;
  /** Where Home Assistant looks for what there is. */
  discoveryTopic: string;
}

/** What is kept with the data. Secrets are not: they stay on the computer they were typed into. */
export interface IntegrationConfig {
  postgres: PostgresSettings;
  mqtt: MqttSettings;
  webhook: { isOn: boolean };
  /** Figures for Prometheus at `/metrics` on the dashboard port. */
  metrics: { isOn: boolean };
}

/** As it is shown: of a secret only whether there is one. */
export interface IntegrationSettings {
  postgres: PostgresSettings & { hasPassword: boolean };
  mqtt: MqttSettings & { hasPassword: boolean };
  /** `host`: of the address that was given, which may hold a key and is not shown itself. */
  webhook: { isOn: boolean; host: string | null; hasSecret: boolean };
  metrics: { isOn: boolean };
}

export const integrationProblems = [
  'incomplete',
  'unknown-host',
  'unreachable',
  'too-slow',
  'certificate',
  'login',
  'no-database',
  'no-rights',
  'refused',
  'other',
] as const;
/**
 * Why something could not be delivered. `incomplete`: an address or password is still to be typed.
 * `refused`: the other side is there and does not take what it was sent.
 */
export type IntegrationProblem = (typeof integrationProblems)[number];

export interface IntegrationStatus {
  /** `waiting`: switched on, and nothing has been tried yet. */
  state: 'off' | 'waiting' | 'working' | 'trouble';
  problem: IntegrationProblem | null;
  /** Since when it is so. */
  since: Instant | null;
  lastDelivered: Instant | null;
  /** What is still to be delivered; `null` where nothing is kept. */
  waiting: number | null;
}
