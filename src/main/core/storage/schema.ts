import { measureNames } from '../counting/measures';
import { daySumTable } from './day-sum-table';
import { ledgerTables } from './ledger-tables';
import { outboxTables } from './outbox-tables';
import type { Sql } from './sql';

/** SQL names of the measures: `inAdult` → `in_adult`. `in` is a keyword, hence the quotes. */
export const measureColumns = measureNames.map(
  (name) => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`,
);

const measureDefinitions = measureColumns.map((column) => `${column} INTEGER`).join(', ');

interface Migration {
  version: number;
  migrate(sql: Sql): void;
}

/**
 * In tens, ascending, never changed once released. Each takes the file from the version before it.
 */
export const migrations: readonly Migration[] = [
  {
    version: 10,
    migrate: (sql) =>
      sql.exec(`
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

        CREATE TABLE site (
          id TEXT PRIMARY KEY,
          name TEXT NOT NULL,
          time_zone TEXT NOT NULL,
          day_start_hour INTEGER NOT NULL,
          opening_hours TEXT
        ) STRICT;

        CREATE TABLE note (
          site_id TEXT NOT NULL REFERENCES site (id),
          -- Local YYYY-MM-DD.
          date TEXT NOT NULL,
          text TEXT NOT NULL,
          PRIMARY KEY (site_id, date)
        ) STRICT, WITHOUT ROWID;

        -- "So many are inside now": what was said, and what the quarter hour had counted until then.
        CREATE TABLE occupancy_base (
          site_id TEXT NOT NULL REFERENCES site (id),
          at INTEGER NOT NULL,
          inside INTEGER NOT NULL,
          entered INTEGER NOT NULL,
          "left" INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX occupancy_base_site ON occupancy_base (site_id, at);

        CREATE TABLE camera (
          id INTEGER PRIMARY KEY,
          sn TEXT NOT NULL UNIQUE,
          site_id TEXT NOT NULL REFERENCES site (id),
          state TEXT NOT NULL,
          first_seen INTEGER NOT NULL,
          -- The rest of what is known of a camera, which no query looks into.
          record TEXT NOT NULL
        ) STRICT;

        -- Every live report that counts. kind: 0 interval, 1 real time, 2 step of a counter.
        CREATE TABLE report (
          id INTEGER PRIMARY KEY,
          camera_id INTEGER NOT NULL REFERENCES camera (id),
          kind INTEGER NOT NULL,
          device_start INTEGER,
          device_end INTEGER,
          sent_at INTEGER,
          is_shifted INTEGER NOT NULL,
          start INTEGER NOT NULL,
          "end" INTEGER NOT NULL,
          arrived INTEGER NOT NULL,
          -- Digests of the counts, and of everything; they tell a re-send from a new report.
          content TEXT NOT NULL,
          whole TEXT NOT NULL,
          -- What counts instead of the measures where another report already counted some of the persons.
          counted TEXT,
          ${measureDefinitions}
        ) STRICT;
        CREATE INDEX report_identity ON report (camera_id, device_end, device_start);
        CREATE INDEX report_window ON report (camera_id, "end");

        -- at: the event's time as the camera gave it, UTC ms. direction: 0 in, 1 out, 2 passby, 3 turnback.
        CREATE TABLE person (
          report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
          camera_id INTEGER NOT NULL,
          person_id TEXT NOT NULL,
          at INTEGER,
          direction INTEGER NOT NULL,
          is_child INTEGER NOT NULL,
          is_staff INTEGER NOT NULL,
          height_cm INTEGER,
          stay_ms INTEGER
        ) STRICT;
        CREATE INDEX person_report ON person (report_id);
        CREATE INDEX person_identity ON person (camera_id, at, person_id);

        -- What cameras said from their own memory.
        CREATE TABLE history_item (
          camera_id INTEGER NOT NULL REFERENCES camera (id),
          start INTEGER NOT NULL,
          "end" INTEGER NOT NULL,
          sent_at INTEGER,
          avg_stay_ms REAL,
          -- 1: what it adds is in the sums for good; it is kept to be known when it comes again.
          is_settled INTEGER NOT NULL,
          ${measureDefinitions},
          PRIMARY KEY (camera_id, start, "end")
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX history_item_end ON history_item (camera_id, "end");

        -- What history adds to the live reports; derived.
        CREATE TABLE addition (
          id INTEGER PRIMARY KEY,
          camera_id INTEGER NOT NULL REFERENCES camera (id),
          start INTEGER NOT NULL,
          "end" INTEGER NOT NULL,
          ${measureDefinitions}
        ) STRICT;
        CREATE INDEX addition_window ON addition (camera_id, start);

        -- Sums per UTC quarter hour (number since 1970); derived. Masks hold a bit for each covered minute.
        CREATE TABLE quarter (
          camera_id INTEGER NOT NULL REFERENCES camera (id),
          quarter INTEGER NOT NULL,
          live_minutes INTEGER NOT NULL,
          history_minutes INTEGER NOT NULL,
          covered INTEGER NOT NULL,
          ${measureDefinitions},
          PRIMARY KEY (camera_id, quarter)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE quality (
          id INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          camera_id INTEGER NOT NULL REFERENCES camera (id),
          rule TEXT NOT NULL,
          field TEXT,
          before TEXT,
          after TEXT
        ) STRICT;
        CREATE INDEX quality_camera ON quality (camera_id, at);
      `),
  },
  { version: 20, migrate: (sql) => sql.exec(ledgerTables) },
  { version: 30, migrate: (sql) => sql.exec(outboxTables) },
  { version: 40, migrate: (sql) => sql.exec(daySumTable(measureDefinitions)) },
  {
    version: 50,
    // Nearly every report ends when its camera says: there report_window finds it, and a second entry for each
    // took a third of the time of writing it.
    migrate: (sql) =>
      sql.exec(`
        DROP INDEX report_identity;
        CREATE INDEX report_shifted ON report (camera_id, device_end, device_start) WHERE device_end IS NOT "end";
      `),
  },
  {
    version: 60,
    // In the order of the reports, so that the table is its own index by report.
    migrate: (sql) =>
      sql.exec(`
        CREATE TABLE person_of_report (
          report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
          -- In the report's list, from 0.
          position INTEGER NOT NULL,
          camera_id INTEGER NOT NULL,
          person_id TEXT NOT NULL,
          at INTEGER,
          direction INTEGER NOT NULL,
          is_child INTEGER NOT NULL,
          is_staff INTEGER NOT NULL,
          height_cm INTEGER,
          stay_ms INTEGER,
          PRIMARY KEY (report_id, position)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO person_of_report
          SELECT report_id, row_number() OVER (PARTITION BY report_id ORDER BY rowid) - 1,
            camera_id, person_id, at, direction, is_child, is_staff, height_cm, stay_ms
          FROM person ORDER BY report_id, rowid;
        DROP TABLE person;
        ALTER TABLE person_of_report RENAME TO person;
        CREATE INDEX person_identity ON person (camera_id, at, person_id);
      `),
  },
];

export const newestVersion = Math.max(...migrations.map((migration) => migration.version));

export function versionOf(sql: Sql): number {
  return Number(sql.get('PRAGMA user_version')?.[0] ?? 0);
}

/** Last record of the journal that a database held when it was written; 0 if it never was. */
export function writtenSequence(sql: Sql): number {
  return Number(sql.get("SELECT value FROM meta WHERE key = 'sequence'")?.[0] ?? 0);
}

/** The database as a file would hold it. @param sequence the last record of the journal in it */
export function exportAt(sql: Sql, sequence: number): Uint8Array {
  sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('sequence', ?)", [String(sequence)]);
  sql.shrink();
  return sql.export();
}

/**
 * Brings a database to the newest version, each step in a transaction of its own.
 * @returns false if the file was written by a newer Foyer; it is then left as it is
 */
export function migrate(sql: Sql, target = newestVersion): boolean {
  const version = versionOf(sql);
  if (version > newestVersion) return false;
  for (const migration of migrations) {
    if (migration.version <= version || migration.version > target) continue;
    sql.exec('BEGIN');
    try {
      migration.migrate(sql);
      sql.exec(`PRAGMA user_version = ${migration.version}; COMMIT`);
    } catch (error) {
      sql.exec('ROLLBACK');
      throw error;
    }
  }
  return true;
}
