import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { checkAgainstOracle, Stage } from '../properties/scenario/check';
import { scenario } from '../properties/scenario/draw';
import { scenarioCount } from '../properties/scenario/size';

const stage = new Stage();
afterAll(() => stage.dispose());

const numRuns = scenarioCount(100_000);

// Other scenarios each time; a failure prints the seed that makes them again.
test(`${String(numRuns)} scenarios are counted as the rules say`, { timeout: 4 * 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(scenario, (drawn) => checkAgainstOracle(stage, drawn)),
    { numRuns },
  );
  stage.expectMostPlayed();
  expect(stage.coverage.rare(numRuns)).toEqual([]);
});
