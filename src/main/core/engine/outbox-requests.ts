import type { IntegrationConfig } from '#shared/domain';
import type { State } from '../ingest/state';
import { confirmBatch, nextBatch, type ConfirmedBatch, type OutboxBatch } from '../outbox/batch';
import { waitingRows } from '../outbox/next-rows';
import type { Engine } from './engine';

/** What is asked by those who forward: parameters, and what comes back. */
export interface OutboxRequests {
  'integrations.config': [Record<string, never>, { config: IntegrationConfig; installation: string | null }];
  'outbox.next': [{ limit: number }, OutboxBatch | null];
  'outbox.confirm': [ConfirmedBatch, null];
  'outbox.waiting': [Record<string, never>, number];
}

type Handlers = {
  [N in keyof OutboxRequests]: (
    params: OutboxRequests[N][0],
  ) => OutboxRequests[N][1] | Promise<OutboxRequests[N][1]>;
};

export function outboxHandlers({ state, files }: Engine): Handlers {
  return {
    'integrations.config': () => ({
      config: state.integrations.get(),
      installation: state.integrations.installation,
    }),
    // Nothing is forwarded that a failing disk could still take back.
    'outbox.next': ({ limit }) => files.settled(() => nextBatch(state, files.lastSequence, limit)),
    'outbox.confirm': (batch) =>
      files.settled(() => {
        // Not in the journal: after a power cut some of it is forwarded once more, which changes nothing there.
        confirm(state, batch);
        return null;
      }),
    'outbox.waiting': () => waitingRows(state),
  };
}

function confirm(state: State, batch: ConfirmedBatch): void {
  state.sql.run('BEGIN');
  try {
    confirmBatch(state, batch);
    state.sql.run('COMMIT');
  } catch (error) {
    state.sql.run('ROLLBACK');
    state.outbox.reload();
    throw error;
  }
}
