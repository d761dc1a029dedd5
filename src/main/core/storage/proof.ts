import type { Sql } from './sql';

/** Quarter hours of each camera that are looked at: two days. */
const QUARTERS = 192;

/**
 * A few figures that are the same only if the same was counted: how far the numbering of reports and of rules
 * that fired has got, and each camera's sums of its last two days. Cheap, so that it can be taken at any moment.
 */
export function proofOf(sql: Sql): string {
  const ids = sql.get('SELECT (SELECT max(id) FROM report), (SELECT max(id) FROM quality)');
  const sums = sql.all('SELECT id FROM camera').map(([camera]) => [
    camera,
    ...(sql.get(
      `SELECT count(*), sum(quarter), sum(covered), sum("in"), sum(out), sum(passby), sum(turnback) FROM quarter
        WHERE camera_id = ?1 AND quarter > (SELECT max(quarter) FROM quarter WHERE camera_id = ?1) - ${QUARTERS}`,
      [camera ?? null],
    ) ?? []),
  ]);
  return JSON.stringify([ids, sums]);
}
