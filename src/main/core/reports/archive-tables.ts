/**
 * What the archive tells of the database, in this order: table and the name of its records. A table that is not
 * here, and not among those left out either, fails a test: nothing is forgotten, and nothing goes out by accident.
 */
export const archivedTables: ReadonlyMap<string, string> = new Map([
  ['site', 'site'],
  ['camera', 'camera'],
  ['note', 'note'],
  ['occupancy_base', 'occupancy'],
  ['till', 'till'],
  ['till_currency', 'till-currency'],
  ['till_import', 'till-import'],
  ['correction', 'correction'],
  ['correction_part', 'correction-part'],
  ['scheduled_file', 'scheduled-file'],
  ['report', 'report'],
  ['person', 'person'],
  ['history_item', 'history-item'],
  ['addition', 'addition'],
  ['quarter', 'quarter'],
  ['quality', 'quality'],
]);

/** Settings have a record of their own; the rest is Foyer's own bookkeeping. */
export const tablesLeftOut: ReadonlySet<string> = new Set([
  'meta',
  // Sums of the quarter hours, kept ready.
  'day_sum',
  'outbox_quarter',
  'outbox_report',
  'outbox_removal',
]);
