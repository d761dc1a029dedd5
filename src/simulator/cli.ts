import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { runFleet, type FleetHandle } from './fleet';
import { help } from './help';
import { parseArguments, type RunOptions } from './options';
import { finalTable, progressText, startText } from './printout';

const progressEveryMs = 5000;

const parsed = parseArguments(process.argv.slice(2), Date.now());
if (parsed.kind === 'help') {
  process.stdout.write(help);
} else if (parsed.kind === 'problem') {
  process.stderr.write(`${parsed.problem} (--help lists the flags)\n`);
  process.exitCode = 1;
} else {
  process.exitCode = await run(parsed.options);
}

/** @returns the exit code */
async function run(options: RunOptions): Promise<number> {
  // With --json standard output is for programs.
  const say = (text: string) => (options.json ? process.stderr : process.stdout).write(`${text}\n`);
  const fleet = runFleet(options.fleet);
  say(startText(options, Date.parse(fleet.report().simulatedUntil)));
  const progress = setInterval(() => {
    say(progressText(fleet.report(), options.fleet.timeZone));
    if (!fleet.isAnswered()) say('Nothing answers there. The cameras keep what they count and try again.');
  }, progressEveryMs);
  await end(options.durationMs);
  clearInterval(progress);
  say('Delivering what is left …');
  const report = await fleet.stop();
  say(finalTable(report));
  const problem = options.truthFile === undefined ? undefined : await writeTruth(fleet, options.truthFile);
  if (problem !== undefined) process.stderr.write(`${problem}\n`);
  if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  return problem === undefined ? 0 : 1;
}

/** Resolves at Ctrl+C, when asked to end, or when the time is over. A second Ctrl+C ends at once. */
async function end(durationMs: number | undefined): Promise<void> {
  const over = new AbortController();
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const elapsed = durationMs === undefined ? [] : [wait(durationMs, undefined, { signal: over.signal })];
  await Promise.race([signalled, ...elapsed]);
  over.abort();
}

async function writeTruth(fleet: FleetHandle, file: string): Promise<string | undefined> {
  try {
    await writeFile(file, `${JSON.stringify(fleet.truth())}\n`);
    return undefined;
  } catch (error) {
    return `The truth could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}
