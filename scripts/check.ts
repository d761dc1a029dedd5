import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build';
import { mosquitto } from './lib/mosquitto';
import { say, tool } from './lib/project';
import { runQuietly, type RunResult } from './lib/run';
import { scratchFolder } from './lib/scratch-folder';
import { add, countsOf, type Counts } from './lib/test-counts';

/** `npm test`: everything that can be checked on this machine. The last line is `N passed, N failed`. */

const scratch = scratchFolder();
process.on('exit', () => {
  rmSync(scratch, { recursive: true, force: true });
});
// Without a listener these end a program before it can tidy up.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
let total: Counts = { passed: 0, failed: 0 };

function report(name: string, startedAt: number, counts: Counts, output: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const failed = counts.failed > 0;
  if (failed) say(output.trimEnd());
  say(
    `${failed ? '✗' : '✓'} ${name}: ${String(counts.passed)} passed, ${String(counts.failed)} failed (${seconds} s)`,
  );
  total = add(total, counts);
}

/** A step that is right or wrong as a whole. */
async function step(name: string, run: () => Promise<RunResult>): Promise<boolean> {
  const startedAt = performance.now();
  const { ok, output } = await run();
  report(name, startedAt, { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }, output);
  return ok;
}

/** Starts at once. @returns a function that waits for the end and reports it */
function tests(project: string): () => Promise<void> {
  const startedAt = performance.now();
  const file = join(scratch, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = [tool('vitest/vitest.mjs'), 'run', '--project', project, ...reporters];
  const running = runQuietly(args, { TMPDIR: scratch });
  return async () => {
    const { ok, output } = await running;
    report(project, startedAt, countsOf(readReport(file), ok), output);
  };
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // A run that crashed leaves no report, or half of one; it counts as failed.
    return null;
  }
}

// None of these needs another's outcome. The tests often wait for the disk, and leave a third of the cores to the readers.
const readings = [
  step('format', () => runQuietly([tool('oxfmt/bin/oxfmt'), '--check'])),
  step('lint', () => runQuietly([tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0'])),
  step('types', () => runQuietly([tool('vue-tsc/bin/vue-tsc.js'), '--build'])),
];
const unitTests = tests('unit');
await Promise.all(readings);
if (mosquitto === null) {
  say('! Mosquitto is not installed here: MQTT is tried with a broker in JavaScript only.');
}
await unitTests();
const isBuilt = await step('build', build);
if (isBuilt) await tests('scenarios')();
else report('scenarios', performance.now(), { passed: 0, failed: 1 }, 'Not run: the build failed.');
if (process.argv.includes('--long')) await tests('long')();

process.exitCode = total.failed > 0 ? 1 : 0;
say(`${String(total.passed)} passed, ${String(total.failed)} failed`);
