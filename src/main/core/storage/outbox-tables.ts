/** What changed and is still to be forwarded to the owner's own database; empty while nothing is forwarded. */
export const outboxTables = `
  CREATE TABLE outbox_quarter (
    position INTEGER PRIMARY KEY,
    camera_id INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    UNIQUE (camera_id, quarter)
  ) STRICT;

  CREATE TABLE outbox_report (
    position INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE outbox_removal (
    position INTEGER PRIMARY KEY,
    sn TEXT NOT NULL UNIQUE
  ) STRICT;
`;
