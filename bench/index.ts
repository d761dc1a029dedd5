import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isUpToDate } from '../scripts/lib/build';
import { root, say } from '../scripts/lib/project';
import { attack } from './attack';
import { csv } from './csv';
import { disk } from './disk';
import { eventLoop } from './event-loop';
import { growth } from './growth';
import { idle } from './idle';
import { ingest } from './ingest';
import { latency } from './latency';
import { queries } from './queries';
import { pageLoad } from './page-load';
import { recovery } from './recovery';
import { renderer } from './renderer';
import { screens } from './screens';
import { startUp } from './start-up';
import { isMet, thisMachine, toMarkdown, type Bench, type Figure } from './table';

/** `npm run bench`: what the app costs, beside what it could cost at least. */

const benches: Record<string, Bench> = {
  ingest,
  latency,
  'event-loop': eventLoop,
  renderer,
  'page-load': pageLoad,
  screens,
  queries,
  'start-up': startUp,
  recovery,
  csv,
  disk,
  idle,
  growth,
  attack,
};

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
    /** Another build, to compare two of them. */
    out: { type: 'string' },
    /** Where the plot of `growth` goes. */
    plot: { type: 'string' },
  },
});

const names = flags.only?.split(',') ?? Object.keys(benches);
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  say(`No such measurement: ${unknown.join(', ')}. There are ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
if (flags.out === undefined && !isUpToDate()) {
  const { ok, output } = await build();
  if (!ok) {
    say(output);
    process.exit(1);
  }
}

const machine = thisMachine();
say(
  `${machine.cpu}, ${String(machine.cores)} cores, ${String(machine.memoryGb)} GB, ${machine.system}, Node ${machine.node}; load before: ${machine.loadBefore.toFixed(1)}`,
);
const options = {
  out: resolve(root, flags.out ?? 'out'),
  rounds: Number(flags.rounds ?? (flags.quick ? 1 : 5)),
  isQuick: flags.quick,
  plotFile: flags.plot ?? null,
};
const figures: Figure[] = [];
for (const name of names) {
  const found = (await benches[name]?.(options)) ?? [];
  figures.push(...found);
  say(`\n${name}\n${toMarkdown(found)}`);
}
if (flags.json) {
  say(JSON.stringify({ machine, options, figures: figures.map((each) => ({ ...each, met: isMet(each) })) }));
}
