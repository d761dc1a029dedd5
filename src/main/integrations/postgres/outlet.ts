import type { IntegrationConfig, IntegrationProblem, PostgresSettings } from '#shared/domain';
import type { Core } from '../../core/types';
import { given } from '../given';
import { Outlet, type IntegrationsChange, type OutletDeps, type Running } from '../outlet';
import { connect, hangUp } from './connect';
import { PostgresForwarder } from './forwarder';
import { prepareTables } from './prepare';
import { postgresProblem } from './problem';

const name = 'postgres';

/** The owner's own PostgreSQL. */
export class PostgresOutlet extends Outlet {
  constructor(deps: OutletDeps) {
    super(deps, 'PostgreSQL');
  }

  async keepSecrets(
    { postgres }: IntegrationConfig,
    { postgres: change }: IntegrationsChange,
  ): Promise<void> {
    if (change?.password === undefined) return;
    await this.deps.secrets.put(name, placeOf({ ...postgres, ...given(change) }), change.password);
  }

  hasSecret({ postgres }: IntegrationConfig): boolean {
    return this.#password(postgres) !== null;
  }

  async test({ postgres }: IntegrationConfig): Promise<IntegrationProblem | null> {
    if (!isComplete(postgres)) return 'incomplete';
    try {
      const client = await connect(postgres, this.#password(postgres));
      try {
        await prepareTables(client, this.deps.log);
        await client.query('SELECT count(*) FROM (SELECT FROM foyer.visit LIMIT 1) AS one');
      } finally {
        await hangUp(client);
      }
      return null;
    } catch (error) {
      return postgresProblem(error);
    }
  }

  protected runsWith({ postgres }: IntegrationConfig): object | null {
    return postgres.isOn ? [postgres, this.#password(postgres)] : null;
  }

  protected begin(core: Core, { postgres }: IntegrationConfig, installation: string): Running | null {
    if (!isComplete(postgres)) return null;
    const { log } = this.deps;
    const password = this.#password(postgres);
    return new PostgresForwarder({
      core,
      settings: postgres,
      password,
      installation,
      status: this.keeper,
      log,
    });
  }

  #password(settings: PostgresSettings): string | null {
    return this.deps.secrets.get(name, placeOf(settings));
  }
}

function isComplete({ host, database, user }: PostgresSettings): boolean {
  return host !== '' && database !== '' && user !== '';
}

/** A password that was typed for one server, and for an encrypted line, is not sent elsewhere or in the open. */
function placeOf({ host, port, user, encryption }: PostgresSettings): string {
  return JSON.stringify([host, port, user, encryption]);
}
