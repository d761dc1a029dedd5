import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { MethodName, MethodResult } from '#shared/contract';
import type { PostgresSettings } from '#shared/domain';
import type { Core, Log } from '../../core/types';
import { pauseAfter, Pause, type BackOff } from '../pause';
import type { StatusKeeper } from '../status-keeper';
import { connect, hangUp } from './connect';
import { deliver, deliverRoster, type Origin } from './deliver';
import { prepareTables } from './prepare';
import { postgresProblem } from './problem';

export interface ForwarderDeps {
  core: Pick<Core, 'forwarding' | 'invoke' | 'subscribe'>;
  settings: PostgresSettings;
  password: string | null;
  installation: string;
  status: StatusKeeper;
  log: Log;
  backOff?: BackOff;
}

const rowsPerBatch = 500;
/** In a busy shop something changes every second: what comes shortly after goes along. */
const groupMs = 250;
/** Nothing tells of sums that were worked out anew, so it is looked now and then. */
const lookEveryMs = 30_000;

/**
 * Carries the outbox to PostgreSQL, batch after batch, for as long as it runs. A batch is confirmed only when
 * the server has it for good. Nothing is kept here: while the server is away, everything waits where it is.
 */
export class PostgresForwarder {
  #isStopped = false;
  #pause = new Pause();
  #work: Promise<void>;
  #unsubscribe: () => void;
  #news = new Pause();
  /** Digest of the cameras and sites as this connection has them. */
  #roster = '';
  #origin: Origin | null = null;

  constructor(private readonly deps: ForwarderDeps) {
    this.#unsubscribe = deps.core.subscribe(({ name }) => {
      if (name !== 'stay') this.#news.end();
    });
    this.#work = this.#run();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#unsubscribe();
    this.#pause.end();
    this.#news.end();
    await this.#work;
  }

  async #run(): Promise<void> {
    const { status, backOff = { firstMs: 1_000, mostMs: 15_000 } } = this.deps;
    status.waiting();
    for (let failures = 0; !this.#isStopped;) {
      let client: Client | null = null;
      try {
        client = await connect(this.deps.settings, this.deps.password);
        await this.#forward(client, () => (failures = 0));
      } catch (error) {
        failures++;
        if (!this.#isStopped) status.trouble(postgresProblem(error));
      } finally {
        if (client) await hangUp(client);
        this.#news.end();
      }
      if (!this.#isStopped) await this.#pause.wait(pauseAfter(failures, backOff));
    }
  }

  /** Until it is stopped. @throws when the connection or the server fails */
  async #forward(client: Client, onDelivered: () => void): Promise<void> {
    const { core, installation, status, log } = this.deps;
    const broken = new Promise<never>((_, reject) => client.once('error', reject));
    broken.catch(() => undefined);
    await prepareTables(client, log);
    this.#roster = '';
    status.working();
    onDelivered();
    while (!this.#isStopped) {
      const batch = await core.forwarding.nextBatch(rowsPerBatch);
      if (!batch) {
        if (this.#origin) await this.#putRoster(client, this.#origin);
        await Promise.race([this.#news.wait(lookEveryMs), broken]);
        if (!this.#isStopped) await this.#pause.wait(groupMs);
        continue;
      }
      this.#origin = { installation, generation: batch.generation, revision: batch.revision };
      await this.#putRoster(client, this.#origin);
      await deliver(client, installation, batch);
      await core.forwarding.confirm(batch);
      status.delivered();
    }
  }

  /** Names before figures, where they changed. */
  async #putRoster(client: Client, origin: Origin): Promise<void> {
    const [cameras, sites] = [await this.#ask('cameras.list'), await this.#ask('sites.list')];
    const roster = [
      origin.generation,
      cameras.map(({ sn, name, site, state, role, isFlipped, replaces }) => [
        ...[sn, name, site, state, role, isFlipped, replaces],
      ]),
      sites.map(({ id, name, timeZone }) => [id, name, timeZone]),
    ];
    const digest = createHash('sha256').update(JSON.stringify(roster)).digest('base64');
    if (digest === this.#roster) return;
    await deliverRoster(client, origin, cameras, sites);
    this.#roster = digest;
  }

  async #ask<M extends MethodName>(method: M): Promise<MethodResult<M>> {
    const outcome = await this.deps.core.invoke(method, {}, 'manage');
    if (!outcome.ok) throw new Error(`${method}: ${outcome.error.message}`);
    return outcome.result as MethodResult<M>;
  }
}
