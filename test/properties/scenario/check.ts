import { expect } from 'vitest';
import { askOracle } from '../../oracle/oracle';
import { AppUnderTest } from './app-under-test';
import { Coverage } from './coverage';
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
  /** What the oracle says of each camera. */
  expected: Answers[];
  /** Everything that is known of any camera lies in it. */
  range: Range;
}

/** Plays scenarios to a real app, one after the other, each with cameras of its own. */
export class Stage {
  #app = new AppUnderTest();
  #used = 0;
  /** Scenarios that were asked for, and those of which the app accepted any message. */
  asked = 0;
  played = 0;
  readonly coverage = new Coverage();

  /** @param change makes other events of those that the scenario has, without changing what they should give */
  async play(
    scenario: Scenario,
    change: (events: Event[]) => Event[] = (events) => events,
  ): Promise<Played | null> {
    this.asked++;
    const events = change(play(scenario));
    if (events.length === 0) return null;
    if (this.#used++ % SCENARIOS_PER_FOLDER === 0) {
      await this.#app.dispose();
      this.#app = new AppUnderTest();
    }
    const app = this.#app;
    await app.moveTo(scenario.zone);
    const serials = newSerials(scenario.cameras.length);
    await feed(app, serials, events);
    const happenings = serials.map((_, camera) => happeningsOf(events, camera));
    for (const each of happenings) this.coverage.note(each);
    const expected = happenings.map(askOracle);
    if (happenings.flat().some(({ kind }) => kind === 'post')) this.played++;
    return { app, events, serials, expected, range: rangeOf(events, expected) };
  }

  /** Of some drawn scenarios no message comes; where it is more than a few, too little is tested. */
  expectMostPlayed(): void {
    expect(this.asked - this.played, 'scenarios without a message').toBeLessThan(
      Math.max(5, 0.05 * this.asked),
    );
  }

  dispose(): Promise<void> {
    return this.#app.dispose();
  }
}

/** The app says what the oracle says. @throws with the differences and the story where it does not */
export async function expectAgreement({ app, events, serials, expected, range }: Played): Promise<void> {
  for (const [camera, sn] of serials.entries()) {
    const found = await askApp(app, sn, range);
    const wrong = differences(found, expected[camera] ?? new Map());
    if (wrong.length === 0) continue;
    const story = describeEvents(events, camera);
    throw new Error(`Camera ${String(camera)}:\n${wrong.slice(0, 12).join('\n')}\n\n${story}`);
  }
}

export async function checkAgainstOracle(stage: Stage, scenario: Scenario): Promise<void> {
  const played = await stage.play(scenario);
  if (played) await expectAgreement(played);
}
