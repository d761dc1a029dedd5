import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/simulator/options';

const nowMs = Date.UTC(2026, 2, 27, 12);

function optionsOf(line: string) {
  const parsed = parseArguments(line.split(' ').filter(Boolean), nowMs);
  if (parsed.kind !== 'run') throw new Error(`not understood: ${JSON.stringify(parsed)}`);
  return parsed.options;
}
function problemOf(line: string): string {
  const parsed = parseArguments(line.split(' '), nowMs);
  if (parsed.kind !== 'problem') throw new Error(`understood: ${line}`);
  return parsed.problem;
}

describe('flags', () => {
  it('have defaults', () => {
    expect(optionsOf('')).toMatchObject({
      fleet: { url: 'http://127.0.0.1:8080', cameras: 4, seed: 1, speed: 1, faults: false, backfillMs: 0 },
      durationMs: undefined,
      truthFile: undefined,
      json: false,
    });
    expect(optionsOf('').fleet).not.toHaveProperty('mode');
  });

  it('are read with their units', () => {
    const line =
      '--url http://10.0.0.5:9000 --cameras 200 --speed 60 --seed 7 --time-zone Europe/Madrid --backfill 30d ' +
      '--mode total --faults --duration 120s --json --truth truth.json --shop-hours 10:30-24:00 --from 2026-03-27T09:00';
    expect(optionsOf(line)).toEqual({
      fleet: {
        url: 'http://10.0.0.5:9000',
        cameras: 200,
        seed: 7,
        speed: 60,
        timeZone: 'Europe/Madrid',
        hours: { opensMinute: 630, closesMinute: 1440 },
        faults: true,
        backfillMs: 30 * 86_400_000,
        mode: 'Total',
        fromMs: Date.UTC(2026, 2, 27, 8),
      },
      durationMs: 120_000,
      truthFile: 'truth.json',
      json: true,
    });
    expect(optionsOf('--speed 2 --from 2026-03-27T09:00:00+02:00').fleet.fromMs).toBe(
      Date.UTC(2026, 2, 27, 7),
    );
    expect(optionsOf('--speed 2 --from 2026-03-20 --time-zone UTC').fleet.fromMs).toBe(Date.UTC(2026, 2, 20));
    expect(optionsOf('--duration 1.5m').durationMs).toBe(90_000);
  });

  it.each([
    ['--nonsense', '--nonsense'],
    ['word', 'word'],
    ['--url', '--url'],
    ['--url ftp://example', 'http://'],
    ['--url nowhere', 'nowhere'],
    ['--cameras 0', '--cameras'],
    ['--cameras 2.5', 'whole'],
    ['--speed 0.5', '--speed'],
    ['--speed fast', 'fast'],
    ['--seed -1', '--seed'],
    ['--time-zone Mars/Olympus', 'Mars/Olympus'],
    ['--backfill 91d', '90d'],
    ['--backfill 3w', '3w'],
    ['--duration 0s', '--duration'],
    ['--mode both', 'add or total'],
    ['--shop-hours 20:00-09:00', '--shop-hours'],
    ['--shop-hours 09:75-20:00', '--shop-hours'],
    ['--from 2026-03-27T09:00', '--speed'],
    ['--speed 60 --from 2027-01-01', 'future'],
    ['--speed 60 --from yesterday', 'yesterday'],
    ['--faults=yes', '--faults'],
  ])('%s is answered with one sentence that names it', (line, part) => {
    const problem = problemOf(line);
    expect(problem).toContain(part);
    expect(problem).not.toContain('\n');
  });

  it('--help wins over everything that is understood', () => {
    expect(parseArguments(['--help'], nowMs).kind).toBe('help');
    expect(parseArguments(['-h', '--cameras', '3'], nowMs).kind).toBe('help');
  });
});
