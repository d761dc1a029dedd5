import type { Client } from 'pg';
import type { PostgresSettings } from '#shared/domain';
import { within } from '../network-problem';

const connectWithinMs = 10_000;
/** A batch takes milliseconds; a sweep of years may take a while. */
const answerWithinMs = 60_000;

/** @throws what `pg` throws, DeliveryError when it takes too long */
export async function connect(settings: PostgresSettings, password: string | null): Promise<Client> {
  // Loaded by those who use it only.
  const { default: pg } = await import('pg');
  const { host, port, database, user, encryption } = settings;
  const client = new pg.Client({
    host,
    port,
    database,
    user,
    // Not one from a file or from the environment of whoever started Foyer.
    password: password ?? '',
    ssl: encryption === 'off' ? false : { rejectUnauthorized: encryption === 'verified' },
    application_name: 'Foyer',
    keepAlive: true,
    query_timeout: answerWithinMs,
    statement_timeout: answerWithinMs,
    lock_timeout: answerWithinMs / 2,
  });
  // Without a listener a connection that breaks would end the program. Whoever uses it next sees it.
  client.on('error', () => undefined);
  try {
    await within(client.connect(), connectWithinMs);
    return client;
  } catch (error) {
    await hangUp(client);
    throw error;
  }
}

const hangUpWithinMs = 2_000;

/** Never rejects: a server that is gone does not say goodbye. */
export async function hangUp(client: Client): Promise<void> {
  await within(client.end(), hangUpWithinMs).catch(() => undefined);
}
