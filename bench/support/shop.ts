import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DayKeeper } from '../../src/main/core/engine/day-keeper';
import { Engine } from '../../src/main/core/engine/engine';
import { measureColumns } from '../../src/main/core/storage/schema';
import { nodeFileSystem } from '../../src/main/core/storage/file-system';
import type { Checkpointer } from '../../src/main/core/storage/snapshots';
import { serialOf } from './bodies';

export const wasmPath = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');
export const timeZone = 'Europe/Madrid';
const DAY_MS = 24 * 60 * 60_000;
const QUARTER_MS = 15 * 60_000;

export interface Shop {
  folder: string;
  cameras: number;
  years: number;
  /** UTC midnights around the data; `to` is exclusive. */
  from: Date;
  to: Date;
  snapshotFile: string;
  snapshotBytes: number;
}

const shops = new Map<string, Shop>();
const root = mkdtempSync(join(tmpdir(), 'foyer-shops-'));
process.on('exit', () => {
  rmSync(root, { recursive: true, force: true });
});

/**
 * A data folder with years of counts, made once per run. The cameras are added by the owner's command; their
 * sums are written into the table of quarter hours in one go, around the clock as a camera that is never
 * off fills it, with people in twelve hours of each day. There are no raw reports, as there are none in a
 * real folder after the retention time.
 */
export async function makeShop(cameras: number, years: number): Promise<Shop> {
  const key = `${String(cameras)}x${String(years)}`;
  const known = shops.get(key);
  if (known) return known;
  const to = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS);
  const from = new Date(to.getTime() - years * 365 * DAY_MS);
  const folder = join(root, key);
  const engine = await openEngine(folder);
  for (let camera = 0; camera < cameras; camera++) {
    const params = { sn: serialOf(camera), name: `Door ${String(camera + 1)}` };
    await engine.command('cameras.add', params, from.getTime());
  }
  engine.files.sql.run('BEGIN');
  engine.files.sql.run(fillQuarters(), [from.getTime() / QUARTER_MS, to.getTime() / QUARTER_MS]);
  engine.files.sql.run('COMMIT');
  // As an app that has been running for years does by and by.
  const days = new DayKeeper();
  while (days.keepSome(engine.state, to.getTime()));
  await engine.snapshot(Date.now());
  engine.files.close();
  const name = readdirSync(folder).find((file) => file.endsWith('.sqlite')) ?? '';
  const snapshotFile = join(folder, name);
  const shop = {
    folder,
    cameras,
    years,
    from,
    to,
    snapshotFile,
    snapshotBytes: statSync(snapshotFile).size,
  };
  shops.set(key, shop);
  return shop;
}

/** The engine on this thread, over the real files. */
export function openEngine(folder: string, checkpointer: Checkpointer | null = null): Promise<Engine> {
  const log = { info: () => undefined, warn: () => undefined, error: fail };
  nodeFileSystem.mkdir(folder);
  return Engine.open(
    { folder, wasmPath, timeZone, forceTimeZone: false, now: Date.now() },
    nodeFileSystem,
    log,
    checkpointer,
  );
}

function fail(message: string, cause?: unknown): never {
  throw new Error(message, { cause });
}

/** Numbers that look like a shop's and are the same in every run: none at night, up to a dozen by day. */
function fillQuarters(): string {
  const columns = measureColumns.map((_, i) =>
    i === measureColumns.length - 2 ? `people * 2400 * 4` : `(people * ${String(i + 3)}) % 13`,
  );
  return `
    WITH RECURSIVE
      span (quarter) AS (SELECT ?1 UNION ALL SELECT quarter + 1 FROM span WHERE quarter + 1 < ?2)
    INSERT INTO quarter
      SELECT id, quarter, 32767, 0, 15, ${columns.join(', ')}
      FROM (
        SELECT id, quarter,
          CASE WHEN quarter % 96 BETWEEN 32 AND 79 THEN (quarter * 7919 + id * 104729) % 13 ELSE 0 END AS people
        FROM camera CROSS JOIN span)`;
}

/** `YYYY-MM-DD` */
export function dateOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
