import { describe, expect, it } from 'vitest';
import { Story } from './story';

describe('the limit of people inside', () => {
  const limited = () => new Story({ settings: { occupancyLimitPeople: 20 }, site: { inside: 5 } });
  const reached = (inside: number) => [{ kind: 'occupancyLimit', site: 'Shop', inside, limit: 20 }];

  it('is told of at once, and not at every person', () => {
    const story = limited();
    story.at('12:00');
    expect(story.at('12:01', { site: { inside: 19 } })).toEqual([]);
    expect(story.at('12:02', { site: { inside: 20 } })).toEqual(reached(20));
    expect(story.at('12:03', { site: { inside: 19 } })).toEqual([]);
    expect(story.at('12:04', { site: { inside: 21 } })).toEqual([]);
  });

  it('is told of again after half an hour above it', () => {
    const story = limited();
    story.at('12:00');
    story.at('12:01', { site: { inside: 22 } });
    expect(story.at('12:30')).toEqual([]);
    expect(story.at('12:31')).toEqual(reached(22));
  });

  it('is told of again once it was well below', () => {
    const story = limited();
    story.at('12:00');
    story.at('12:01', { site: { inside: 20 } });
    story.at('12:02', { site: { inside: 18 } });
    expect(story.at('12:03', { site: { inside: 20 } })).toEqual(reached(20));
  });

  it('is not told of where it was reached at the start, or where there is none', () => {
    const over = new Story({ settings: { occupancyLimitPeople: 20 }, site: { inside: 30 } });
    expect(over.at('12:00')).toEqual([]);
    expect(over.at('13:00')).toEqual([]);
    const without = new Story();
    without.at('12:00');
    expect(without.at('12:01', { site: { inside: 5000 } })).toEqual([]);
  });
});

describe('people who come in while closed', () => {
  const came = (people: number) => [{ kind: 'enteredWhileClosed', site: 'Shop', people }];

  it('are told of at once, then at most every quarter of an hour', () => {
    const story = new Story();
    story.at('22:00');
    expect(story.at('22:01', { site: { enteredWhileClosed: 1 } })).toEqual(came(1));
    expect(story.at('22:05', { site: { enteredWhileClosed: 3 } })).toEqual([]);
    expect(story.at('22:16')).toEqual(came(2));
    expect(story.at('22:45')).toEqual([]);
  });

  it('after midnight are counted from the new day’s zero', () => {
    const story = new Story({ site: { enteredWhileClosed: 4 } });
    story.at('23:50');
    const night = { date: '2026-03-11', enteredWhileClosed: 1 };
    expect(story.at('2026-03-11T00:10', { site: night })).toEqual(came(1));
  });

  it.each([
    ['in opening hours', '12:00', '12:01'],
    ['shortly after closing', '20:00', '20:29'],
    ['shortly before opening', '09:30', '09:45'],
  ])('are staff, or late reports, %s', (_when, first, then) => {
    const story = new Story();
    story.at(first);
    expect(story.at(then, { site: { enteredWhileClosed: 2 } })).toEqual([]);
  });

  it('are not told of for what had been counted at the start', () => {
    const story = new Story({ site: { enteredWhileClosed: 7 } });
    expect(story.at('22:00')).toEqual([]);
    expect(story.at('22:30')).toEqual([]);
  });

  it('are told of around the clock only where there are opening hours', () => {
    const story = new Story({ site: { openingHours: null, enteredWhileClosed: null } });
    story.at('03:00');
    expect(story.at('03:01', { site: { enteredWhileClosed: null } })).toEqual([]);
  });
});

describe('people inside at closing', () => {
  const left = (inside: number) => [{ kind: 'insideAtClosing', site: 'Shop', inside }];

  it('are told of once staff have had their time to leave, once', () => {
    const story = new Story({ site: { inside: 8 } });
    story.at('19:50');
    expect(story.at('20:29')).toEqual([]);
    expect(story.at('20:30')).toEqual(left(8));
    expect(story.at('20:45')).toEqual([]);
    expect(story.at('2026-03-11T20:30')).toEqual(left(8));
  });

  it('are not believed where doors may have missed them: up to 5 % of the day’s visitors', () => {
    const story = new Story({ site: { inside: 5, entered: 100 } });
    story.at('19:50');
    expect(story.at('20:30')).toEqual([]);
  });

  it('are believed where a camera sees them', () => {
    const story = new Story({ site: { inside: 1, seen: 2 } });
    story.at('19:50');
    expect(story.at('20:30')).toEqual(left(2));
  });

  it('are old news when the computer was asleep, and none when it started later', () => {
    const asleep = new Story({ site: { inside: 8 } });
    asleep.at('19:50');
    expect(asleep.at('21:31')).toEqual([]);
    const late = new Story({ site: { inside: 8 } });
    expect(late.at('20:40')).toEqual([]);
    expect(late.at('20:41')).toEqual([]);
  });
});
