import { measureNames } from '../../core/counting/measures';

/** SQL names of the measures: `inAdult` → `in_adult`. Quoted, because `in` is a keyword. */
export const measureColumns = measureNames.map((name) => ({
  name,
  column: `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`,
}));

const counts = measureColumns.map(({ column }) => `${column} bigint`).join(', ');

/** Of two states of a row the newer one: `generation` first, then `revision`. */
const age = 'generation bigint NOT NULL, revision bigint NOT NULL';

/**
 * Tables in a schema of their own, for any number of shops. Each row names the installation it comes from,
 * so that cameras and sites of different shops never meet.
 */
export const createTables = `
  CREATE SCHEMA IF NOT EXISTS foyer;

  CREATE TABLE IF NOT EXISTS foyer.site (
    installation uuid NOT NULL,
    site text NOT NULL,
    name text NOT NULL,
    time_zone text NOT NULL,
    ${age},
    PRIMARY KEY (installation, site)
  );

  CREATE TABLE IF NOT EXISTS foyer.camera (
    installation uuid NOT NULL,
    serial text NOT NULL,
    name text NOT NULL,
    site text NOT NULL,
    state text NOT NULL,
    role text NOT NULL,
    is_flipped boolean NOT NULL,
    replaces text,
    ${age},
    PRIMARY KEY (installation, serial)
  );

  CREATE TABLE IF NOT EXISTS foyer.quarter_hour (
    installation uuid NOT NULL,
    serial text NOT NULL,
    start timestamptz NOT NULL,
    covered_minutes smallint NOT NULL,
    ${counts},
    ${age},
    PRIMARY KEY (installation, serial, start)
  );

  CREATE TABLE IF NOT EXISTS foyer.report (
    installation uuid NOT NULL,
    report bigint NOT NULL,
    serial text NOT NULL,
    start timestamptz NOT NULL,
    "end" timestamptz NOT NULL,
    arrived timestamptz NOT NULL,
    counts text NOT NULL,
    ${counts},
    ${age},
    PRIMARY KEY (installation, report, start)
  );

  CREATE OR REPLACE VIEW foyer.visit AS
    SELECT s.name AS site, c.name AS camera, q.installation, q.serial, s.time_zone, c.role,
      q.start, q.covered_minutes,
      CASE WHEN c.is_flipped THEN q.out ELSE q."in" END AS "in",
      CASE WHEN c.is_flipped THEN q."in" ELSE q.out END AS out,
      q.passby, q.turnback
    FROM foyer.quarter_hour q
    JOIN foyer.camera c USING (installation, serial)
    JOIN foyer.site s USING (installation, site);
`;

/** The two that grow. */
export const timeTables = ['quarter_hour', 'report'] as const;
