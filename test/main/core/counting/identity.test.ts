import { describe, expect, it } from 'vitest';
import { dayTotal, heartbeatAt, openCore, postAt, quarterAt, rulesOf, ten } from './ask';

const window = { startTime: ten, endTime: ten + 300 };
const first = { ...window, time: ten + 300, in: 4, out: 1 };
const corrected = { ...window, time: ten + 300, in: 6, out: 1 };

describe('interval reports on one window', () => {
  it.each([
    ['the later time wins', [first, { ...corrected, time: ten + 301 }], 6],
    ['whichever arrives first', [{ ...corrected, time: ten + 301 }, first], 6],
    ['on a tie the later arrival', [first, corrected], 6],
    ['on a tie the later arrival, the other way round', [corrected, first], 4],
    ['a missing time is older than any', [first, { ...corrected, time: undefined }], 4],
    ['a re-send does not win the tie again', [first, corrected, first], 6],
    ['nor does one that lists persons now', [first, corrected, { ...first, eventList: [] }], 6],
    ['a re-send with a later time does', [first, corrected, { ...first, time: ten + 302 }], 4],
    [
      'and its later time is remembered',
      [first, { ...first, time: ten + 309 }, { ...corrected, time: ten + 305 }],
      4,
    ],
  ])('%s', async (_, bodies, entered) => {
    const core = await openCore();
    for (const [i, body] of bodies.entries()) await postAt(core, 310 + i, body);
    expect(await dayTotal(core)).toBe(entered);
    expect((await quarterAt(core, 0))?.in).toBe(entered);
  });
});

describe('real-time reports', () => {
  const person = (id: number, more: object = {}) => ({
    id,
    timestamp: ten + id,
    eventType: 0,
    height: 170,
    ...more,
  });
  const report = (seconds: number, counts: object) => ({
    startTime: ten,
    endTime: ten + 60,
    time: ten + seconds,
    out: 0,
    ...counts,
  });

  it('that share a window all count, unless they are the same', async () => {
    const core = await openCore();
    await postAt(core, 60, report(10, { in: 1 }));
    await postAt(core, 61, report(20, { in: 1 }));
    await postAt(core, 62, report(20, { in: 1 }));
    expect(await dayTotal(core)).toBe(2);
  });

  it.each([[[0, 1]], [[1, 0]]])(
    'that list the same person count that person once, in order %j',
    async (order) => {
      const core = await openCore();
      const bodies = [
        report(10, { in: 1, eventList: [person(1)] }),
        report(20, { in: 2, eventList: [person(1), person(2)] }),
      ];
      for (const i of order) await postAt(core, 60 + i, bodies[i] ?? {});
      expect(await dayTotal(core)).toBe(2);
    },
  );

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'of one second leave person %d to the one that lists fewer, so that nobody is lost',
    async (id) => {
      const core = await openCore();
      await postAt(core, 60, report(10, { in: 1, eventList: [person(id + 1), person(id)] }));
      await postAt(core, 61, report(10, { in: 1, eventList: [person(id)] }));
      expect(await dayTotal(core)).toBe(2);
    },
  );

  it('take a child that counts elsewhere off the children, and staff off the staff', async () => {
    const core = await openCore();
    const child = person(1, { height: 110, workcard: 1 });
    await postAt(core, 60, report(10, { in: 1, eventList: [child] }));
    await postAt(core, 61, report(20, { in: 3, eventList: [child, person(2), person(3, { workcard: 1 })] }));
    expect(await quarterAt(core, 0)).toMatchObject({ in: 3, inAdult: 2, inChild: 1, inStaff: 2 });
  });

  it('count a person where somebody is counted, not where one is only listed', async () => {
    const core = await openCore();
    await postAt(core, 60, report(10, { in: 0, eventList: [person(1)] }));
    await postAt(core, 61, report(20, { in: 1, eventList: [person(1)] }));
    await postAt(core, 62, report(30, { in: 1, eventList: [person(1), person(2)] }));
    expect(await dayTotal(core)).toBe(2);
  });

  it('of two starts at the same wrong date are other reports with other persons', async () => {
    const core = await openCore();
    const wrong = 946_684_860;
    const atPowerOn = { startTime: wrong, endTime: wrong + 60, time: wrong + 60, in: 1, out: 0 };
    const listed = { ...atPowerOn, time: wrong + 61, eventList: [{ ...person(1), timestamp: wrong + 5 }] };
    for (const start of [0, 7200]) {
      await heartbeatAt(core, start, wrong - ten - start);
      await postAt(core, start + 60, atPowerOn);
      await postAt(core, start + 61, listed);
      await postAt(core, start + 62, listed);
    }
    expect((await quarterAt(core, 0))?.in).toBe(2);
    expect((await quarterAt(core, 120))?.in).toBe(2);
    expect(await rulesOf(core)).toContain('clock-shifted');
  });

  it.each([
    ['other counts', 1, { in: 5, time: 946_684_922 }, [0, 0, 5]],
    ['the same counts', 1, { in: 1, time: 946_684_922 }, [1, 1, 0]],
  ])('of two starts give way to a third on the printed time with %s', async (_, interval, third, totals) => {
    const core = await openCore();
    await core.call('cameras.add', { sn: 'DOOR' });
    await core.call('cameras.update', { sn: 'DOOR', uploadInterval: interval });
    const wrong = 946_684_860;
    const window = { startTime: wrong, endTime: wrong + 60, time: wrong + 60, in: 1, out: 0 };
    for (const start of [0, 7200]) {
      await heartbeatAt(core, start, wrong - ten - start);
      await postAt(core, start + 60, window);
    }
    // Too late for the wrong clock, so it is not moved and lies where it arrived.
    await postAt(core, 7200 + 1800, { ...window, ...third });
    const entered = async () =>
      (await Promise.all([0, 120, 135].map((minutes) => quarterAt(core, minutes)))).map((row) => row?.in);
    expect(await entered()).toEqual(totals);
    // A correction has the quarter hour of the second start added up anew.
    const beside = { startTime: ten + 7320, endTime: ten + 7400 };
    for (const out of [1, 2])
      await postAt(core, 9000 + out, { ...beside, time: ten + 7400 + out, in: 0, out });
    expect(await entered()).toEqual(totals);
  });

  it('of two starts keep their persons, though a third one lists them too', async () => {
    const core = await openCore();
    const wrong = 946_684_860;
    const body = { startTime: wrong, endTime: wrong + 60, in: 1 };
    const eventList = [{ ...person(1), timestamp: wrong + 5 }];
    for (const start of [0, 7200]) {
      await heartbeatAt(core, start, wrong - ten - start);
      await postAt(core, start + 60, { ...body, time: wrong + 60, eventList });
    }
    // Too late for the wrong clock: it is not moved, and its person may be of the one start or the other.
    await postAt(core, 9000, { ...body, time: wrong + 61, eventList });
    expect((await quarterAt(core, 0))?.in).toBe(1);
    expect((await quarterAt(core, 120))?.in).toBe(1);
    expect(await dayTotal(core)).toBe(2);
  });

  it('know a person on a wrong clock again, however much later', async () => {
    const core = await openCore();
    const ahead = 8 * 3600;
    await heartbeatAt(core, 0, ahead);
    await postAt(core, 60, {
      startTime: ten + ahead,
      endTime: ten + ahead + 60,
      time: ten + ahead + 60,
      in: 1,
      eventList: [person(1)],
    });
    await postAt(core, 1260, {
      startTime: ten + ahead + 1200,
      endTime: ten + ahead + 1260,
      time: ten + ahead + 1260,
      in: 2,
      eventList: [person(1), person(2)],
    });
    expect(await dayTotal(core)).toBe(2);
  });
});
