/** What the owner adds to what cameras count: the till's figures, corrections, and the files written by themselves. */
export const ledgerTables = `
  -- date: local date on which the business day begins. takings: in the currency's smallest unit.
  CREATE TABLE till (
    site_id TEXT NOT NULL REFERENCES site (id),
    date TEXT NOT NULL,
    transactions INTEGER,
    takings INTEGER,
    currency TEXT,
    PRIMARY KEY (site_id, date)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE till_currency (
    site_id TEXT PRIMARY KEY REFERENCES site (id),
    currency TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- The last imports; days: what each day was before and after, as JSON.
  CREATE TABLE till_import (
    id INTEGER PRIMARY KEY,
    site_id TEXT NOT NULL REFERENCES site (id),
    days TEXT NOT NULL
  ) STRICT;

  -- What the owner says should have been counted. sn: the door as it was named then.
  CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    sn TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    why TEXT NOT NULL,
    said_by TEXT NOT NULL,
    at INTEGER NOT NULL,
    taken_back_at INTEGER
  ) STRICT;

  -- Its figures, for each camera of the door, as the shop sees the directions; null: as it was counted.
  CREATE TABLE correction_part (
    correction_id INTEGER NOT NULL REFERENCES correction (id) ON DELETE CASCADE,
    camera_id INTEGER NOT NULL REFERENCES camera (id),
    "in" INTEGER,
    "out" INTEGER,
    passby INTEGER,
    turnback INTEGER,
    PRIMARY KEY (correction_id, camera_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX correction_part_camera ON correction_part (camera_id);

  -- Files of the schedule that are there. Dates are local, the last one included; outcome: written, found.
  CREATE TABLE scheduled_file (
    site_id TEXT NOT NULL REFERENCES site (id),
    period TEXT NOT NULL,
    format TEXT NOT NULL,
    first_date TEXT NOT NULL,
    last_date TEXT NOT NULL,
    name TEXT NOT NULL,
    outcome TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (site_id, period, format, first_date)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX scheduled_file_at ON scheduled_file (at);
`;
