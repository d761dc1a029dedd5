import { readmit } from '../ingest/admission';
import { applyMessages } from '../ingest/apply';
import { heartbeatReply } from '../ingest/heartbeat';
import type { State } from '../ingest/state';
import { decode } from '../protocol/decode';
import type { JournalRecord } from '../storage/journal-format';
import { decodeRecord } from '../storage/record';
import { isCommandName, runCommand } from './commands';

const RECORDS_PER_TRANSACTION = 500;

/**
 * Does again what the journal says was done, in its order.
 * @param transaction runs work so that all or nothing of it is kept; throws what the work throws
 * @param onDamaged told of each record that could not be applied; the others are not held up by it
 */
export function replay(
  state: State,
  records: readonly JournalRecord[],
  transaction: (work: () => void) => void,
  onDamaged: (record: JournalRecord, cause: unknown) => void,
): void {
  for (let from = 0; from < records.length; from += RECORDS_PER_TRANSACTION) {
    const group = records.slice(from, from + RECORDS_PER_TRANSACTION);
    try {
      transaction(() => {
        for (const { payload } of group) replayOne(state, payload);
      });
    } catch {
      // Something in the group cannot be applied: it is found by taking them one by one.
      for (const record of group) {
        try {
          transaction(() => replayOne(state, record.payload));
        } catch (cause) {
          onDamaged(record, cause);
        }
      }
    }
  }
  // Rules that fired then are no news now.
  state.marks.takeFresh();
}
function replayOne(state: State, payload: Uint8Array): void {
  const record = decodeRecord(payload);
  if (record.kind === 'command') {
    // Some look at what was counted until then, as they did when they were given.
    state.flush();
    if (isCommandName(record.name)) runCommand(state, record.name, record.params as never, record.at);
    return;
  }
  const decoded = decode(record.endpoint, record.body);
  if (!decoded.ok) throw new Error(`It was accepted once, and now: ${decoded.message}`);
  const camera = readmit(state, decoded.sn, record.at);
  camera.address = record.address;
  camera.calledAddress = record.called ?? camera.calledAddress;
  applyMessages(state, camera, decoded.messages, decoded.setAside, record.at);
  if (record.endpoint === 'heartbeat') heartbeatReply(state, camera, record.at);
}
