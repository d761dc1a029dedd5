import type { Happening } from '../../oracle/types';
import { situations, storyOf, type Situation } from './reached';

/** How often each situation has to come in a thousand scenarios, about half of what is usual. */
const leastInThousand: Record<Situation, number> = {
  'history written later that says less': 80,
  'history written earlier that comes later': 50,
  'a window printed by two boots': 130,
  'the same report of two boots': 125,
  'a person of two boots in a third report': 15,
  'an old counter reading on a wrong clock': 90,
  'persons without a time': 75,
  'a person twice in one report': 70,
  'a person twice in one report and again in another': 20,
  'a report with times as text': 800,
  'persons with times as text': 500,
  'a heartbeat with its time as text': 120,
  'history with times as text': 400,
  'as many as are possible': 130,
  'one more than are possible': 130,
  '999 to 1001 in less than a minute': 280,
  'a step of as many as are possible': 7,
  'a step of one more': 6,
};

const names = Object.keys(leastInThousand) as Situation[];

/** Counts what the scenarios come to: chance that never leads anywhere tests nothing. */
export class Coverage {
  readonly reached = new Map<Situation, number>(names.map((name) => [name, 0]));

  /** @param happenings of one camera */
  note(happenings: readonly Happening[]): void {
    const story = storyOf(happenings);
    for (const name of names) {
      this.reached.set(name, (this.reached.get(name) ?? 0) + situations[name](story));
    }
  }

  /** What came too seldom in so many scenarios, with how often it did. */
  rare(scenarios: number): [Situation, number][] {
    return [...this.reached].filter(
      ([name, times]) => times < Math.floor((leastInThousand[name] * scenarios) / 1000),
    );
  }
}
