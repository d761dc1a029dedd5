import { State } from '../ingest/state';
import type { FileSystem } from '../storage/file-system';
import { proofOf } from '../storage/proof';
import { noRecovery, readJournal } from '../storage/recovery';
import { exportAt, migrate } from '../storage/schema';
import { noRest, type Rest } from '../storage/rest';
import { readSnapshotInPieces, writeSnapshot } from '../storage/snapshot';
import type { CheckpointJob, WrittenSnapshot } from '../storage/snapshots';
import { Sql, type Sqlite } from '../storage/sql';
import type { Log } from '../types';
import { DayKeeper } from './day-keeper';
import { replay } from './replay';

/**
 * Makes a snapshot as a start after a power cut would: from the one before it and the journal since. So each
 * shows that such a start would arrive at the figures that are on screen.
 * @param rest asked for between pieces of a fraction of a millisecond, but for three copies of the whole
 * @throws Error if the files do not give what the engine has, and what the file system throws
 */
export async function makeCheckpoint(
  { folder, base, sequence, records: expected, proof, nowMs }: CheckpointJob,
  fs: FileSystem,
  sqlite: Sqlite,
  log: Log,
  rest: Rest = noRest,
): Promise<WrittenSnapshot> {
  const bytes = base && (await readSnapshotInPieces(fs, folder, base, rest));
  if (base && !bytes) throw new Error(`The snapshot ${base.name} is damaged`);
  const sql = new Sql(sqlite, bytes);
  try {
    migrate(sql);
    const recovery = { ...noRecovery(), snapshotSequence: base?.sequence ?? 0 };
    const { records } = readJournal(fs, folder, recovery, log, sequence);
    if (records.length !== expected || recovery.damagedRecords > 0) {
      throw new Error(`The journal gives ${String(records.length)} of ${String(expected)} records`);
    }
    const state = new State(sql);
    const payloads = records.map(({ payload }) => payload);
    const refuse = (cause: unknown) => {
      throw cause;
    };
    replay(state, payloads, refuse, rest);
    if (proofOf(sql) !== proof) throw new Error('The journal gives other figures than the engine has');
    const days = new DayKeeper();
    while (days.keepSome(state, nowMs)) rest();
    const copy = exportAt(sql, sequence);
    return { file: await writeSnapshot(fs, folder, copy, sequence, rest), bytes: copy.byteLength };
  } finally {
    sql.close();
  }
}
