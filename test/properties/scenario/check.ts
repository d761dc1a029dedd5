import { askOracle } from '../../oracle/oracle';
import { AppUnderTest } from './app-under-test';
import { describeEvents } from './describe';
import { play, type Event } from './player';
import {
  askApp,
  differences,
  feed,
  happeningsOf,
  newSerials,
  rangeOf,
  type Answers,
  type Range,
} from './run';
import type { Scenario } from './script';

/** A fresh data folder after so many scenarios: every summary of the site looks at all of its cameras. */
const SCENARIOS_PER_FOLDER = 12;

export interface Played {
  app: AppUnderTest;
  events: Event[];
  serials: string[];
  range: Range;
}

/** Plays scenarios to a real app, one after the other, each with cameras of its own. */
export class Stage {
  #app = new AppUnderTest();
  #used = 0;
  played = 0;

  /** @param change makes other events of those that the scenario has, without changing what they should give */
  async play(
    scenario: Scenario,
    change: (events: Event[]) => Event[] = (events) => events,
  ): Promise<Played | null> {
    this.played++;
    const events = change(play(scenario));
    if (events.length === 0) return null;
    if (this.#used++ % SCENARIOS_PER_FOLDER === 0) {
      await this.#app.dispose();
      this.#app = new AppUnderTest();
    }
    const app = this.#app;
    const core = await app.core();
    const [site] = await core.call('sites.list', {});
    await core.call('sites.update', { id: site?.id ?? '', timeZone: scenario.zone });
    const serials = newSerials(scenario.cameras.length);
    await feed(app, serials, events);
    const range = rangeOf(events, expectedAnswers(events, serials.length));
    return { app, events, serials, range };
  }

  dispose(): Promise<void> {
    return this.#app.dispose();
  }
}

/** What the oracle says of each camera. */
export function expectedAnswers(events: readonly Event[], cameras: number): Answers[] {
  return Array.from({ length: cameras }, (_, camera) => askOracle(happeningsOf(events, camera)));
}

/** @throws with the differences and the story when any quarter hour is not as expected */
export async function expectAnswers(
  { app, events, serials, range }: Played,
  expected: readonly Answers[],
): Promise<void> {
  for (const [camera, sn] of serials.entries()) {
    const found = await askApp(app, sn, range);
    const wrong = differences(found, expected[camera] ?? new Map());
    if (wrong.length === 0) continue;
    const story = describeEvents(events, camera);
    throw new Error(`Camera ${String(camera)}:\n${wrong.slice(0, 12).join('\n')}\n\n${story}`);
  }
}

/** The app counts as the oracle does. */
export async function checkAgainstOracle(stage: Stage, scenario: Scenario): Promise<void> {
  const played = await stage.play(scenario);
  if (played) await expectAnswers(played, expectedAnswers(played.events, played.serials.length));
}
