import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { checkAgainstOracle, Stage } from './scenario/check';
import { scenario } from './scenario/draw';
import { fixedSeed, scenarioCount } from './scenario/size';

const stage = new Stage();
afterAll(() => stage.dispose());

const numRuns = scenarioCount(2000);

it(`counts ${String(numRuns)} scenarios as the rules say`, { timeout: 600_000 }, async () => {
  const counted = fc.asyncProperty(scenario, (drawn) => checkAgainstOracle(stage, drawn));
  await fc.assert(counted, { numRuns, seed: fixedSeed });
  expect(stage.asked).toBe(numRuns);
  stage.expectMostPlayed();
  expect(stage.coverage.rare(numRuns)).toEqual([]);
});
