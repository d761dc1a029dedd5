import type { ParsedParams } from '#shared/contract';
import type { IntegrationConfig, IntegrationProblem, IntegrationStatus } from '#shared/domain';
import type { Clock, Core, Log } from '../core/types';
import type { SecretsFile } from './secrets-file';
import { StatusKeeper } from './status-keeper';

export interface OutletDeps {
  clock: Clock;
  log: Log;
  secrets: SecretsFile;
  version: string;
}

/** What runs while it is switched on. */
export interface Running {
  stop(): Promise<void>;
}

export type IntegrationsChange = ParsedParams<'integrations.update'>;

/** One of the ways out: its settings, its secret, and what runs while it is on. */
export abstract class Outlet {
  protected readonly keeper: StatusKeeper;
  #running: Running | null = null;
  /** What it runs with: anything else needs it to begin anew. */
  #runsWith = '';

  constructor(
    protected readonly deps: OutletDeps,
    title: string,
  ) {
    this.keeper = new StatusKeeper(title, deps.clock, deps.log);
  }

  /** Writes down the secrets of a change. @throws what the file system throws */
  abstract keepSecrets(config: IntegrationConfig, change: IntegrationsChange): Promise<void>;

  /** Whether there is a secret for where it leads now. */
  abstract hasSecret(config: IntegrationConfig): boolean;

  /** Tries it once, as it is set. @returns what is wrong, `null` if it works */
  abstract test(config: IntegrationConfig): Promise<IntegrationProblem | null>;

  /** All that it runs with; `null`: it is off. */
  protected abstract runsWith(config: IntegrationConfig): object | null;

  /** `null`: something is still to be typed. */
  protected abstract begin(core: Core, config: IntegrationConfig, installation: string): Running | null;

  /** Puts the settings in force; nothing happens if they are already. */
  async apply(core: Core, config: IntegrationConfig, installation: string): Promise<void> {
    const wanted = this.runsWith(config);
    const runsWith = wanted ? JSON.stringify([wanted, installation]) : '';
    if (runsWith === this.#runsWith) return;
    await this.stop();
    this.#runsWith = runsWith;
    if (!wanted) return;
    this.#running = this.begin(core, config, installation);
    if (!this.#running) this.keeper.trouble('incomplete');
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    this.#runsWith = '';
    await running?.stop();
    this.keeper.off();
  }

  status(waiting: number | null = null): IntegrationStatus {
    return this.keeper.get(waiting);
  }
}
