/** How many scenarios are drawn: `FOYER_SCENARIOS`, or the test's own number. */
export function scenarioCount(usual: number): number {
  return Number(process.env['FOYER_SCENARIOS'] ?? usual);
}

/** The same scenarios in every run, so that a failure is not luck. `FOYER_SEED` draws others. */
export const fixedSeed = Number(process.env['FOYER_SEED'] ?? 20_260_310);
