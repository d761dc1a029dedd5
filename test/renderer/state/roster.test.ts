import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRoster } from '../../../src/renderer/state/roster';

interface Item {
  id: string;
  version: number;
}
const item = (id: string, version: number): Item => ({ id, version });
const byId = ({ id }: Item) => id;

describe('roster', () => {
  it('replaces in place and appends what is new', () => {
    const roster = createRoster(byId);
    roster.beginLoad()([item('a', 1), item('b', 1)]);
    roster.put(item('a', 2));
    roster.put(item('c', 1));
    expect(roster.items.value).toEqual([item('a', 2), item('b', 1), item('c', 1)]);
  });

  it('keeps what it has when a load fails', () => {
    const roster = createRoster(byId);
    roster.put(item('a', 1));
    roster.beginLoad()(null);
    expect(roster.items.value).toEqual([item('a', 1)]);
  });

  it('forgets what is removed, also when a list made before that arrives after it', () => {
    const roster = createRoster(byId);
    roster.beginLoad()([item('a', 1), item('b', 1)]);
    const settle = roster.beginLoad();
    roster.remove('a');
    expect(roster.items.value).toEqual([item('b', 1)]);
    settle([item('a', 1), item('b', 2)]);
    expect(roster.items.value).toEqual([item('b', 2)]);
    roster.put(item('a', 3));
    expect(roster.items.value).toEqual([item('b', 2), item('a', 3)]);
  });

  it('ends at the newest version of everything, wherever a load falls among the news', () => {
    const ids = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(ids), fc.nat(), fc.nat(), fc.nat(), (changes, n, m, k) => {
        // The list is made while it is on its way: begun after `begun` changes, answered after `answered`.
        const begun = n % (changes.length + 1);
        const answered = begun + (m % (changes.length - begun + 1));
        const made = begun + (k % (answered - begun + 1));
        const history = changes.map((id, index) => item(id, index + 1));
        const newest = (news: Item[]) => new Map(news.map((news) => [news.id, news]));

        const roster = createRoster(byId);
        history.slice(0, begun).forEach(roster.put);
        const settle = roster.beginLoad();
        history.slice(begun, answered).forEach(roster.put);
        settle([...newest(history.slice(0, made)).values()]);
        history.slice(answered).forEach(roster.put);

        expect(newest([...roster.items.value])).toEqual(newest(history));
      }),
    );
  });
});
