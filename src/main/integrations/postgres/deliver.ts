import type { ClientBase } from 'pg';
import type { CameraSummary, SiteSummary } from '#shared/domain';
import type { Measures } from '../../core/counting/measures';
import type { OutboxBatch } from '../../core/outbox/batch';
import type { EpochMs } from '../../core/types';
import { measureColumns } from './tables';

/** Whose rows they are, and how new. */
export interface Origin {
  installation: string;
  generation: EpochMs;
  revision: number;
}

const names = measureColumns.map(({ column }) => column);
const typed = names.map((column) => `${column} bigint`).join(', ');

const putSites = upsert('site', ['site'], ['name', 'time_zone'], 'site text, name text, time_zone text');
const putCameras = upsert(
  'camera',
  ['serial'],
  ['name', 'site', 'state', 'role', 'is_flipped', 'replaces'],
  'serial text, name text, site text, state text, role text, is_flipped boolean, replaces text',
);
const putQuarters = upsert(
  'quarter_hour',
  ['serial', 'start'],
  ['covered_minutes', ...names],
  `serial text, start timestamptz, covered_minutes smallint, ${typed}`,
);
const putReports = upsert(
  'report',
  ['report', 'start'],
  ['serial', '"end"', 'arrived', 'counts', ...names],
  `report bigint, serial text, start timestamptz, "end" timestamptz, arrived timestamptz, counts text, ${typed}`,
);

/**
 * Writes a batch, all or nothing. Rows that are there already become what they are now, unless they are newer:
 * a batch may come again, and late.
 * @throws what the server says; then nothing of it is there
 */
export async function deliver(client: ClientBase, installation: string, batch: OutboxBatch): Promise<void> {
  const { generation, revision, removed, quarters, reports, sweep } = batch;
  const origin = { installation, generation, revision };
  await inTransaction(client, async () => {
    if (removed.length > 0) await remove(client, installation, removed);
    await put(client, putQuarters, origin, quarters.map(quarterRow));
    await put(client, putReports, origin, reports.map(reportRow));
    if (sweep) await sweepOld(client, origin, sweep.keepReportsBefore);
  });
}

/** Writes what cameras and sites are called and where they belong. */
export async function deliverRoster(
  client: ClientBase,
  origin: Origin,
  cameras: readonly CameraSummary[],
  sites: readonly SiteSummary[],
): Promise<void> {
  await inTransaction(client, async () => {
    await put(client, putSites, origin, sites.map(siteRow));
    await put(client, putCameras, origin, cameras.filter(({ isDemo }) => !isDemo).map(cameraRow));
  });
}

async function inTransaction(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    // A connection that broke takes its transaction with it.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function upsert(table: string, keys: string[], values: string[], types: string): string {
  const all = [...keys, ...values].join(', ');
  const rows = [...keys, ...values].map((column) => `r.${column}`).join(', ');
  const changes = values.map((column) => `${column} = EXCLUDED.${column}`).join(', ');
  return `
    INSERT INTO foyer.${table} AS t (installation, generation, revision, ${all})
    SELECT $1::uuid, $2::bigint, $3::bigint, ${rows} FROM json_to_recordset($4::json) AS r (${types})
    ON CONFLICT (installation, ${keys.join(', ')}) DO UPDATE
    SET ${changes}, generation = EXCLUDED.generation, revision = EXCLUDED.revision
    WHERE (t.generation, t.revision) <= (EXCLUDED.generation, EXCLUDED.revision)`;
}

async function put(client: ClientBase, statement: string, origin: Origin, rows: object[]): Promise<void> {
  if (rows.length === 0) return;
  const { installation, generation, revision } = origin;
  await client.query(statement, [installation, generation, revision, JSON.stringify(rows)]);
}

async function remove(client: ClientBase, installation: string, serials: string[]): Promise<void> {
  for (const table of ['camera', 'quarter_hour', 'report']) {
    const where = 'installation = $1 AND serial = ANY ($2::text[])';
    await client.query(`DELETE FROM foyer.${table} WHERE ${where}`, [installation, serials]);
  }
}

async function sweepOld(
  client: ClientBase,
  { installation, generation }: Origin,
  keepReportsBefore: EpochMs | null,
): Promise<void> {
  const old = 'installation = $1 AND generation < $2';
  for (const table of ['site', 'camera', 'quarter_hour']) {
    await client.query(`DELETE FROM foyer.${table} WHERE ${old}`, [installation, generation]);
  }
  if (keepReportsBefore === null) return;
  await client.query(`DELETE FROM foyer.report WHERE ${old} AND "end" >= $3`, [
    installation,
    generation,
    instant(keepReportsBefore),
  ]);
}

function siteRow({ id, name, timeZone }: SiteSummary): object {
  return { site: plain(id), name: plain(name), time_zone: timeZone };
}

function cameraRow({ sn, name, site, state, role, isFlipped, replaces }: CameraSummary): object {
  return { serial: sn, name: plain(name), site: plain(site), state, role, is_flipped: isFlipped, replaces };
}

function quarterRow({ serial, start, coveredMinutes, measures }: OutboxBatch['quarters'][number]): object {
  return { serial, start: instant(start), covered_minutes: coveredMinutes, ...measured(measures) };
}

function reportRow({ id, serial, measures, ...report }: OutboxBatch['reports'][number]): object {
  const [start, end, arrived] = [report.start, report.end, report.arrived].map(instant);
  return { report: id, serial, start, end, arrived, counts: report.counts, ...measured(measures) };
}

function measured(measures: Measures): object {
  return Object.fromEntries(names.map((column, i) => [column.slice(1, -1), measures[i] ?? null]));
}

const earliestMs = Date.UTC(1, 0, 1);
const latestMs = Date.UTC(9999, 11, 31);

/** Within the years that both sides can write down. */
function instant(ms: EpochMs): string {
  return new Date(Math.min(latestMs, Math.max(earliestMs, ms))).toISOString();
}

/** PostgreSQL's texts hold no NUL and no half of a character, which what people type may hold. */
function plain(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}
