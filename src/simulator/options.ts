import { parseArgs } from 'node:util';
import { FlagReader } from './flag-reader';
import type { FleetOptions } from './fleet';
import { memoryMs } from './memory';
import type { EpochMs } from './types';

const flags = {
  url: { type: 'string' },
  cameras: { type: 'string' },
  speed: { type: 'string' },
  seed: { type: 'string' },
  from: { type: 'string' },
  'time-zone': { type: 'string' },
  'shop-hours': { type: 'string' },
  backfill: { type: 'string' },
  mode: { type: 'string' },
  duration: { type: 'string' },
  truth: { type: 'string' },
  faults: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export type Flag = keyof typeof flags;

export interface RunOptions {
  fleet: Required<Pick<FleetOptions, 'url' | 'cameras' | 'speed' | 'timeZone' | 'hours'>> & FleetOptions;
  /** Real time after which it ends by itself; undefined: when it is stopped. */
  durationMs: number | undefined;
  truthFile: string | undefined;
  json: boolean;
}

export type ParsedArguments =
  | { kind: 'run'; options: RunOptions }
  | { kind: 'help' }
  /** A sentence for whoever typed the command. */
  | { kind: 'problem'; problem: string };

/** @param nowMs the present, for what may not lie in the future */
export function parseArguments(args: readonly string[], nowMs: EpochMs): ParsedArguments {
  // Not strict: what is wrong is said in our words below.
  const { values, positionals } = parseArgs({ args: [...args], options: flags, strict: false });
  const reader = new FlagReader(values);
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(flags, name)) reader.problem(`There is no flag --${name}.`);
  }
  for (const word of positionals)
    reader.problem(`“${word}” is not expected here: every value follows a flag.`);
  if (reader.problems.length === 0 && values['help'] === true) return { kind: 'help' };
  const options = read(reader, nowMs);
  const [problem] = reader.problems;
  return problem === undefined ? { kind: 'run', options } : { kind: 'problem', problem };
}

function read(reader: FlagReader, nowMs: EpochMs): RunOptions {
  const timeZone = reader.timeZone('time-zone');
  const fleet: RunOptions['fleet'] = {
    url: reader.url('url'),
    cameras: reader.whole('cameras', 4, 1, 1000),
    seed: reader.whole('seed', 1, 0, Number.MAX_SAFE_INTEGER),
    speed: reader.number('speed', 1, 1, 10_000),
    timeZone,
    hours: reader.hours('shop-hours'),
    faults: reader.isSet('faults'),
    backfillMs: reader.duration('backfill', memoryMs) ?? 0,
  };
  const mode = reader.oneOf('mode', ['add', 'total']);
  if (mode !== undefined) fleet.mode = mode === 'add' ? 'Add' : 'Total';
  const fromMs = reader.instant('from', timeZone);
  if (fromMs !== undefined) fleet.fromMs = fromMs;
  if (fromMs !== undefined && fromMs > nowMs) reader.problem('--from lies in the future.');
  if (fromMs !== undefined && fleet.speed === 1) {
    reader.problem('--from needs --speed, or the cameras would never catch up with the present.');
  }
  return {
    fleet,
    durationMs: reader.duration('duration', 366 * 86_400_000),
    truthFile: reader.text('truth'),
    json: reader.isSet('json'),
  };
}
