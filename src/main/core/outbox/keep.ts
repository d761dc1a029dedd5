import type { State } from '../ingest/state';
import type { EpochMs } from '../types';

/** As long as an owner can have single reports kept. */
const LONGEST_MS = 90 * 24 * 60 * 60_000;

/**
 * Single reports that are still to be forwarded stay for longer than the owner said: a database that is away for
 * weeks gets them all the same. Not for longer than the owner could have said.
 * @param before what ended before that instant may go
 * @returns the same for what has been forwarded
 */
export function keepUnforwarded({ sql, outbox }: State, before: EpochMs, now: EpochMs): EpochMs {
  if (!outbox.state) return before;
  const oldest = sql.get('SELECT min("end") FROM report WHERE id > ?', [outbox.state.reportId])?.[0];
  if (typeof oldest !== 'number') return before;
  return Math.max(Math.min(before, oldest - 1), now - LONGEST_MS);
}
