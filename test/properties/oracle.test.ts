import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { askOracle } from '../oracle/oracle';
import { AppUnderTest } from './scenario/app-under-test';
import { describeEvents } from './scenario/describe';
import { play } from './scenario/player';
import { askApp, differences, feed, happeningsOf, newSerials, rangeOf } from './scenario/run';
import { scenario, type Scenario } from './scenario/script';
import { propertyParameters, scenarioCount } from './scenario/size';

/** A fresh data folder after so many scenarios: every summary of the site looks at all of its cameras. */
const SCENARIOS_PER_FOLDER = 12;

let app = new AppUnderTest();
let used = 0;
afterAll(() => app.dispose());

async function checkAgainstOracle(drawn: Scenario): Promise<void> {
  if (used++ % SCENARIOS_PER_FOLDER === 0) {
    await app.dispose();
    app = new AppUnderTest();
  }
  const events = play(drawn);
  if (events.length === 0) return;
  const serials = newSerials(drawn.cameras.length);
  const core = await app.core();
  const [site] = await core.call('sites.list', {});
  await core.call('sites.update', { id: site?.id ?? '', timeZone: drawn.zone });
  await feed(app, serials, events);

  const expected = serials.map((_, camera) => askOracle(happeningsOf(events, camera)));
  const range = rangeOf(events, expected);
  for (const [camera, sn] of serials.entries()) {
    const found = await askApp(app, sn, range);
    const wrong = differences(found, expected[camera] ?? new Map());
    if (wrong.length > 0) {
      const story = describeEvents(events, camera);
      throw new Error(
        `Camera ${String(camera)} of ${drawn.zone}:\n${wrong.slice(0, 12).join('\n')}\n\n${story}`,
      );
    }
  }
}

it('counts as the rules say', { timeout: 3_600_000 }, async () => {
  let count = 0;
  const property = fc.asyncProperty(scenario, async (drawn) => {
    count++;
    await checkAgainstOracle(drawn);
  });
  await fc.assert(property, propertyParameters(scenarioCount));
  expect(count).toBeGreaterThanOrEqual(scenarioCount);
});
