import { recompute } from '../ingest/recompute';
import { applyRetention, cutShort } from '../ingest/retention';
import type { State } from '../ingest/state';
import type { EpochMs } from '../types';
import { cameraCommands } from './camera-commands';
import type { Command, CommandName, CommandParams, CommandResult, Commands } from './command-types';
import { correctionCommands } from './correction-commands';
import { scheduleCommands } from './schedule-commands';
import { integrationCommands } from './integration-commands';
import { siteCommands } from './site-commands';
import { tillCommands } from './till-commands';

export type { CommandName, CommandParams, CommandResult } from './command-types';

const commands: Commands<CommandName> = {
  ...cameraCommands,
  ...siteCommands,
  ...tillCommands,
  ...correctionCommands,
  ...scheduleCommands,
  ...integrationCommands,
  'figures.recompute': (state) => {
    recompute(state);
    return { ok: true };
  },
  'retention.apply': (state, { before }) => {
    applyRetention(state, before);
    return { ok: true };
  },
  'retention.cut': (state, { sn, before }, at) => {
    const camera = state.cameras.find(sn);
    if (camera) cutShort(state, camera, before, at);
    return { ok: true };
  },
  'settings.update': (state, change) => {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    state.settings.update(Object.fromEntries(given));
    return { ok: true };
  },
};

/** Runs a command inside the caller's transaction. */
export function runCommand<N extends CommandName>(
  state: State,
  name: N,
  params: CommandParams[N],
  at: EpochMs,
): CommandResult {
  const command: Command<N> = commands[name];
  return command(state, params, at);
}

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
