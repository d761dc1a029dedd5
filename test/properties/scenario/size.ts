import type { Parameters } from 'fast-check';

/** How many scenarios are drawn. `FOYER_SCENARIOS` sets another number. */
export const scenarioCount = Number(process.env['FOYER_SCENARIOS'] ?? 2000);

/** The same scenarios in every run, so that a failure is not luck; `FOYER_SEED` draws others. */
const seed = Number(process.env['FOYER_SEED'] ?? 20_260_310);

export function propertyParameters<T>(numRuns: number): Parameters<T> {
  return { numRuns, seed, verbose: 0 };
}
