import { readmit } from '../ingest/admission';
import { applyMessages } from '../ingest/apply';
import { heartbeatReply } from '../ingest/heartbeat';
import type { State } from '../ingest/state';
import { decode } from '../protocol/decode';
import { decodeRecord } from '../storage/record';
import { noRest, type Rest } from '../storage/rest';
import { isCommandName, runCommand } from './commands';

const RECORDS_PER_TRANSACTION = 500;

/**
 * Does again what the journal says was done, in its order, in transactions of its own.
 * @param onDamaged told of each record that could not be applied; the others are not held up by it
 * @param rest between two records
 */
export function replay(
  state: State,
  payloads: readonly Uint8Array[],
  onDamaged: (cause: unknown) => void,
  rest: Rest = noRest,
): void {
  for (let from = 0; from < payloads.length; from += RECORDS_PER_TRANSACTION) {
    const group = payloads.slice(from, from + RECORDS_PER_TRANSACTION);
    try {
      apply(state, group, rest);
    } catch {
      // Something in the group cannot be applied: it is found by taking them one by one.
      for (const payload of group) {
        try {
          apply(state, [payload], rest);
        } catch (cause) {
          onDamaged(cause);
        }
      }
    }
  }
  // Rules that fired then are no news now.
  state.marks.takeFresh();
}

/** All or nothing. */
function apply(state: State, payloads: readonly Uint8Array[], rest: Rest): void {
  state.sql.run('BEGIN');
  try {
    for (const payload of payloads) {
      applyRecord(state, payload);
      rest();
    }
    state.flush();
    state.sql.run('COMMIT');
  } catch (error) {
    state.sql.run('ROLLBACK');
    state.reload();
    throw error;
  }
}

/** Does again what one record says. */
export function applyRecord(state: State, payload: Uint8Array): void {
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
