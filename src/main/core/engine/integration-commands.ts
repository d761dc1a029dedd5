import type { PostgresSettings } from '#shared/domain';
import type { Commands } from './command-types';

export const integrationCommands: Commands<'integrations.update' | 'outbox.restart'> = {
  'integrations.update': (state, { change, installation }, at) => {
    state.integrations.ensureInstallation(installation);
    const before = state.integrations.get().postgres;
    const { postgres } = state.integrations.update(change);
    if (!postgres.isOn) state.outbox.stop();
    // Another database knows nothing yet, and this one nothing of what happened while it was off.
    else if (!state.outbox.state || placeOf(before) !== placeOf(postgres)) state.outbox.start(at, true);
    return { ok: true };
  },

  'outbox.restart': (state, { isSweepDue }, at) => {
    if (state.outbox.state) state.outbox.start(at, isSweepDue);
    return { ok: true };
  },
};

function placeOf({ host, port, database }: PostgresSettings): string {
  return JSON.stringify([host, port, database]);
}
