import type { IntegrationConfig } from '#shared/domain';
import type { Sql } from '../storage/sql';

const defaults: IntegrationConfig = {
  postgres: { isOn: false, host: '', port: 5432, database: '', user: '', encryption: 'off' },
  mqtt: {
    isOn: false,
    host: '',
    port: 1883,
    user: '',
    encryption: 'off',
    topic: 'foyer',
    discoveryTopic: 'homeassistant',
  },
  webhook: { isOn: false },
  metrics: { isOn: false },
};

/** Of each part only what changes. */
export type IntegrationChange = { [P in keyof IntegrationConfig]?: Partial<IntegrationConfig[P]> };

/** What the owner set for the ways out, and the name under which this data is known there. */
export class IntegrationStore {
  constructor(private readonly sql: Sql) {}

  get(): IntegrationConfig {
    const stored = this.#read('integrations');
    return stored === null ? defaults : merged(defaults, JSON.parse(stored) as IntegrationChange);
  }

  update(change: IntegrationChange): IntegrationConfig {
    const config = merged(this.get(), change);
    this.#write('integrations', JSON.stringify(config));
    return config;
  }

  /** Made once for a data folder and moves with its data; `null` before anything was ever set. */
  get installation(): string | null {
    return this.#read('installation');
  }

  /** Keeps the id that is there already. */
  ensureInstallation(id: string): void {
    if (this.installation === null) this.#write('installation', id);
  }

  #read(key: string): string | null {
    const value = this.sql.get('SELECT value FROM meta WHERE key = ?', [key])?.[0];
    return typeof value === 'string' ? value : null;
  }

  #write(key: string, value: string): void {
    this.sql.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', [key, value]);
  }
}

function merged(config: IntegrationConfig, change: IntegrationChange): IntegrationConfig {
  return {
    postgres: { ...config.postgres, ...change.postgres },
    mqtt: { ...config.mqtt, ...change.mqtt },
    webhook: { ...config.webhook, ...change.webhook },
    metrics: { ...config.metrics, ...change.metrics },
  };
}
