import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Outcome } from '#shared/contract';
import type {
  IntegrationConfig,
  IntegrationName,
  IntegrationProblem,
  IntegrationSettings,
  IntegrationStatus,
} from '#shared/domain';
import { tell } from '#shared/sentences';
import type { Alert } from '../core/alerts/types';
import type { IntegrationChange } from '../core/outbox/integration-store';
import type { IntegrationsHost } from '../core/outbox/types';
import type { Clock, Core, EpochMs, Log } from '../core/types';
import { given } from './given';
import { MqttOutlet } from './mqtt/outlet';
import type { IntegrationsChange, Outlet } from './outlet';
import { PostgresOutlet } from './postgres/outlet';
import { SecretsFile } from './secrets-file';
import { WebhookOutlet } from './webhook/outlet';

export interface IntegrationsDeps {
  dataFolder: string;
  clock: Clock;
  log: Log;
  version: string;
}

/**
 * The ways out of Foyer. Each runs by itself, is off until the owner switches it on, and can fail for as long
 * as it likes: counting never waits for any of them.
 */
export class Integrations implements IntegrationsHost {
  readonly #secrets: SecretsFile;
  readonly #outlets: { postgres: PostgresOutlet; webhook: WebhookOutlet; mqtt: MqttOutlet };
  #core: Core | null = null;
  #unsubscribe: () => void = () => undefined;
  /** Changes are put in force one after the other. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: IntegrationsDeps) {
    this.#secrets = new SecretsFile(join(deps.dataFolder, 'secrets.json'), deps.log);
    const common = { ...deps, secrets: this.#secrets };
    this.#outlets = {
      postgres: new PostgresOutlet(common),
      webhook: new WebhookOutlet(common),
      mqtt: new MqttOutlet(common),
    };
  }

  /** Begins with what is switched on. Never rejects. */
  async start(core: Core): Promise<void> {
    this.#core = core;
    this.#unsubscribe = core.subscribe(({ name }) => {
      // Other data, other settings.
      if (name === 'replaced') void this.#apply();
    });
    await this.#apply();
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    await this.#inTurn(() => Promise.all(this.all.map((outlet) => outlet.stop())));
  }

  /** Something is worth telling the owner. */
  tell(alert: Alert, at: EpochMs): void {
    this.#outlets.webhook.tell(alert, at);
  }

  async settings(): Promise<IntegrationSettings> {
    const { config } = await this.core.forwarding.config();
    return this.#shown(config);
  }

  async update(change: IntegrationsChange): Promise<Outcome<IntegrationSettings>> {
    const { config } = await this.core.forwarding.config();
    try {
      for (const outlet of this.all) await outlet.keepSecrets(config, change);
    } catch (error) {
      this.deps.log.error('The passwords could not be kept', error);
      return { ok: false, error: { code: 'unavailable', ...tell('password-not-kept') } };
    }
    const kept = await this.core.forwarding.configure(withoutSecrets(change), randomUUID());
    if (!kept.ok) return kept;
    await this.#apply();
    return { ok: true, result: await this.settings() };
  }

  async test(name: IntegrationName): Promise<IntegrationProblem | null> {
    const { config } = await this.core.forwarding.config();
    return this.#outlets[name].test(config);
  }

  async status(): Promise<Record<IntegrationName, IntegrationStatus>> {
    const waiting = await this.core.forwarding.waiting();
    const { postgres, webhook, mqtt } = this.#outlets;
    return { postgres: postgres.status(waiting), webhook: webhook.status(), mqtt: mqtt.status() };
  }

  private get core(): Core {
    if (!this.#core) throw new Error('The integrations have not begun');
    return this.#core;
  }

  private get all(): Outlet[] {
    return Object.values(this.#outlets);
  }

  #shown({ postgres, mqtt, webhook, metrics }: IntegrationConfig): IntegrationSettings {
    const config = { postgres, mqtt, webhook, metrics };
    return {
      postgres: { ...postgres, hasPassword: this.#outlets.postgres.hasSecret(config) },
      mqtt: { ...mqtt, hasPassword: this.#outlets.mqtt.hasSecret(config) },
      webhook: {
        ...webhook,
        host: this.#outlets.webhook.shownPlace(),
        hasSecret: this.#outlets.webhook.hasSecret(),
      },
      metrics,
    };
  }

  async #apply(): Promise<void> {
    await this.#inTurn(async () => {
      const { config, installation } = await this.core.forwarding.config();
      for (const outlet of this.all) await outlet.apply(this.core, config, installation ?? '');
    });
  }

  #inTurn(work: () => Promise<unknown>): Promise<unknown> {
    this.#queue = this.#queue.then(work).catch((error: unknown) => {
      this.deps.log.error('An integration could not be put in force', error);
    });
    return this.#queue;
  }
}

/** What is kept with the data, of what was typed. */
function withoutSecrets({ postgres, mqtt, webhook, metrics }: IntegrationsChange): IntegrationChange {
  const { password: _postgres, ...database } = given(postgres);
  const { password: _mqtt, ...broker } = given(mqtt);
  const { url: _url, secret: _secret, ...hook } = given(webhook);
  return { postgres: database, mqtt: broker, webhook: hook, metrics: given(metrics) };
}
