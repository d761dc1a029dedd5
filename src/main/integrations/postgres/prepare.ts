import type { ClientBase } from 'pg';
import type { Log } from '../../core/types';
import { createTables, timeTables } from './tables';

/** Any number, as long as it is always the same: shops that come at the same time wait for each other. */
const lockNumber = 0x466f796572;

/**
 * Makes the tables that are not there yet. A login that may not make tables can use those that somebody
 * else has made.
 * @throws what the server says
 */
export async function prepareTables(client: ClientBase, log: Log): Promise<void> {
  const there = await client.query<{ is_there: boolean }>(
    "SELECT to_regclass('foyer.visit') IS NOT NULL AS is_there",
  );
  if (there.rows[0]?.is_there === true) return;
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockNumber]);
    await client.query(createTables);
    await makeHypertables(client, log);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Where TimescaleDB is installed the tables that grow become its own. Without it they stay what they are. */
async function makeHypertables(client: ClientBase, log: Log): Promise<void> {
  const { rows } = await client.query<{ schema: string }>(
    `SELECT quote_ident(nspname) AS schema FROM pg_extension
     JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'timescaledb'`,
  );
  const schema = rows[0]?.schema;
  if (schema === undefined) return;
  await client.query('SAVEPOINT hypertables');
  try {
    for (const table of timeTables) {
      await client.query(
        `SELECT ${schema}.create_hypertable('foyer.${table}', 'start', chunk_time_interval => interval '30 days',
           if_not_exists => true)`,
      );
    }
  } catch {
    // Another version, or a licence without it: ordinary tables hold the same rows.
    await client.query('ROLLBACK TO SAVEPOINT hypertables');
    log.warn('PostgreSQL: TimescaleDB is there, but its tables could not be made; ordinary ones are used');
  }
}
