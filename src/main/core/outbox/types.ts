import type { Outcome, ParsedParams } from '#shared/contract';
import type {
  IntegrationConfig,
  IntegrationName,
  IntegrationProblem,
  IntegrationSettings,
  IntegrationStatus,
} from '#shared/domain';
import type { ConfirmedBatch, OutboxBatch } from './batch';
import type { IntegrationChange } from './integration-store';

/** Those who carry figures out of Foyer. Secrets are theirs to keep. */
export interface IntegrationsHost {
  settings(): Promise<IntegrationSettings>;
  update(change: ParsedParams<'integrations.update'>): Promise<Outcome<IntegrationSettings>>;
  test(name: IntegrationName): Promise<IntegrationProblem | null>;
  status(): Promise<Record<IntegrationName, IntegrationStatus>>;
}

/** What the core does for them. */
export interface Forwarding {
  config(): Promise<{ config: IntegrationConfig; installation: string | null }>;
  /** @param installation a new id, for data that has none yet */
  configure(change: IntegrationChange, installation: string): Promise<Outcome<null>>;
  /** What is to be forwarded next, oldest first; `null`: nothing is. The same again until it is confirmed. */
  nextBatch(limit: number): Promise<OutboxBatch | null>;
  /** It has arrived, for good. */
  confirm(batch: ConfirmedBatch): Promise<void>;
  /** Rows that are still to be forwarded. */
  waiting(): Promise<number>;
}
