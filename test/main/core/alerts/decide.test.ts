import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertKinds } from '#shared/domain';
import { decide, startState, toldAddresses } from '../../../../src/main/core/alerts/decide';
import type { AlertFacts, AlertState } from '../../../../src/main/core/alerts/types';
import { defaultSettings } from '../../../../src/main/core/ingest/settings-store';
import { Story, type Change } from './story';

describe('disk trouble', () => {
  const problem = 'The disk is full.';
  const trouble = [{ kind: 'storageTrouble', problem, sentence: null }];

  it('is told of after a minute, again after four hours, and anew when it had gone', () => {
    const story = new Story();
    story.at('03:00');
    expect(story.at('03:01', { storageProblem: problem })).toEqual([]);
    expect(story.at('03:02')).toEqual(trouble);
    expect(story.at('07:01')).toEqual([]);
    expect(story.at('07:02')).toEqual(trouble);
    story.at('07:03', { storageProblem: null });
    story.at('07:04', { storageProblem: problem });
    expect(story.at('07:05')).toEqual(trouble);
  });

  it('that passes is not told of, nor what was so at the start', () => {
    const passing = new Story();
    passing.at('03:00');
    passing.at('03:01', { storageProblem: problem });
    expect(passing.at('03:02', { storageProblem: null })).toEqual([]);
    const early = new Story({ storageProblem: problem });
    early.at('03:00');
    expect(early.at('09:00')).toEqual([]);
  });
});

describe('reports that cannot be written', () => {
  const trouble = [{ kind: 'reportTrouble', problem: 'folder-missing' }];

  it('are told of after half an hour, again after a day, and anew when they had been written', () => {
    const story = new Story();
    story.at('03:00');
    story.at('03:01', { scheduleProblem: 'folder-missing' });
    expect(story.at('03:30')).toEqual([]);
    expect(story.at('03:31')).toEqual(trouble);
    expect(story.at('23:59')).toEqual([]);
    expect(story.at('2026-03-11T03:31')).toEqual(trouble);
    story.at('2026-03-11T04:00', { scheduleProblem: null });
    story.at('2026-03-11T04:01', { scheduleProblem: 'folder-missing' });
    expect(story.at('2026-03-11T04:31')).toEqual(trouble);
  });

  it('are not told of when they were written meanwhile', () => {
    const story = new Story();
    story.at('03:00');
    story.at('03:01', { scheduleProblem: 'disk-full' });
    story.at('03:20', { scheduleProblem: null });
    expect(story.at('04:00')).toEqual([]);
  });
});

describe('another address for this computer', () => {
  const lost = { address: '192.168.1.31', lostAddresses: [{ address: '192.168.1.20', cameras: ['front'] }] };
  const changed = [{ kind: 'addressChanged', from: '192.168.1.20', to: '192.168.1.31' }];

  it('is told of once, also when it came while Foyer was not running', () => {
    const story = new Story(lost);
    expect(story.at('09:00')).toEqual([]);
    expect(story.at('09:01')).toEqual(changed);
    expect(story.at('18:00')).toEqual([]);
  });

  it('is not told of again after a start', () => {
    const story = new Story(lost, ['192.168.1.20']);
    story.at('09:00');
    expect(story.at('10:00')).toEqual([]);
  });

  it('is no news while there is no network, or for as long as a wake-up takes', () => {
    const story = new Story();
    story.at('09:00');
    expect(story.at('09:01', { ...lost, address: null })).toEqual([]);
    expect(story.at('09:10')).toEqual([]);
    expect(story.at('09:11', lost)).toEqual([]);
    expect(story.at('09:11:30', { address: '192.168.1.20', lostAddresses: [] })).toEqual([]);
  });

  it('is remembered for the next start', () => {
    expect(toldAddresses(startState(['192.168.1.20']))).toEqual(['192.168.1.20']);
  });
});

const changes: fc.Arbitrary<Change> = fc.record(
  {
    online: fc.subarray(['front', 'back']),
    storageProblem: fc.constantFrom(null, 'The disk is full.'),
    scheduleProblem: fc.constantFrom(null, 'disk-full' as const),
    site: fc.record(
      {
        inside: fc.option(fc.nat(40)),
        seen: fc.option(fc.nat(3)),
        enteredWhileClosed: fc.option(fc.nat(20)),
        entered: fc.option(fc.nat(200)),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

/** `HH:MM` of the minutes after midnight. */
const timeOf = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

describe('whatever happens', () => {
  it('the first look tells nothing', () => {
    fc.assert(
      fc.property(changes, fc.nat(1439), (change, minute) => {
        expect(new Story({ settings: { occupancyLimitPeople: 10 }, ...change }).at(timeOf(minute))).toEqual(
          [],
        );
      }),
    );
  });

  it('nothing is told twice in a minute, and nothing at all when nothing is wanted', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), changes), {
      maxLength: 40,
      size: 'max',
    });
    fc.assert(
      fc.property(steps, (given) => {
        const wanted = new Story({ settings: { occupancyLimitPeople: 10 } });
        const off = Object.fromEntries(alertKinds.map((kind) => [kind, false]));
        const unwanted = new Story({ settings: { occupancyLimitPeople: 10, ...off } });
        let minute = 0;
        for (const [minutes, change] of given) {
          minute = Math.min(1439, minute + minutes);
          wanted.at(timeOf(minute), change);
          expect(wanted.at(timeOf(minute))).toEqual([]);
          expect(unwanted.at(timeOf(minute), change)).toEqual([]);
        }
      }),
    );
  });

  it('a site or camera that has gone leaves nothing behind', () => {
    const empty: AlertFacts = {
      settings: defaultSettings.alerts,
      cameras: [],
      sites: [],
      storageProblem: null,
      scheduleProblem: null,
      storageSentence: null,
      address: null,
      lostAddresses: [],
      listeningSince: 0,
    };
    const site = { isOverLimit: false, limitToldAt: null, settledClosing: null };
    const entered = { enteredBase: 0, enteredDate: '2026-03-10', enteredToldAt: null };
    const before: AlertState = {
      ...startState(),
      cameras: { front: { isIgnored: false, isTold: true, toldAt: 0 } },
      sites: { shop: { ...site, ...entered } },
    };
    expect(decide(before, empty, 0)).toEqual({ state: { ...startState(), isFirst: false }, alerts: [] });
  });
});
