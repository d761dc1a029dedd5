import { describe, expect, it } from 'vitest';
import { CameraClock } from '../../src/simulator/camera-clock';
import type { ClockReading } from '../../src/simulator/clock';
import { noFaults } from '../../src/simulator/faults';

const noonMs = Date.UTC(2024, 2, 22, 12);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const live: ClockReading = { simulatedMs: noonMs, realMs: noonMs, caughtUp: true };
const catchingUp: ClockReading = { simulatedMs: noonMs - hourMs, realMs: noonMs, caughtUp: false };

describe('a clock that is wrong for good', () => {
  it('heeds no reply', () => {
    const clock = new CameraClock({ ...noFaults, driftMs: 3 * minuteMs });
    for (let reply = 0; reply < 10; reply++) expect(clock.heed(noonMs, live, 0)).toBe(false);
    expect(clock.presentMs(live)).toBe(noonMs + 3 * minuteMs);
    expect(clock.lineMs(catchingUp)).toBe(noonMs - hourMs + 3 * minuteMs);
  });
});

describe('a clock that jumps', () => {
  const faults = { ...noFaults, jumpMs: -hourMs, heedsHeartbeat: 4 };

  it('waits until the camera lives in the present and has delivered what was before', () => {
    const clock = new CameraClock(faults);
    expect(clock.jump(catchingUp, false)).toBe(false);
    expect(clock.jump(live, true)).toBe(false);
    expect([clock.errorMs, clock.isJumped]).toEqual([0, false]);
    expect(clock.jump(live, false)).toBe(true);
    expect([clock.errorMs, clock.isJumped, clock.presentMs(live)]).toEqual([-hourMs, true, noonMs - hourMs]);
  });

  it('is set right by the fourth reply since, and never jumps again', () => {
    const clock = new CameraClock(faults);
    for (let reply = 0; reply < 5; reply++) clock.heed(noonMs, live, 0);
    clock.jump(live, false);
    const replies = [1, 2, 3, 4].map(() => [clock.heed(noonMs - 900, live, 0), clock.isJumped]);
    expect(replies).toEqual([...Array<unknown>(3).fill([false, true]), [true, false]]);
    expect(clock.errorMs).toBe(0);
    expect(clock.jump(live, false)).toBe(false);
  });
});

describe('a clock without a fault', () => {
  it.each([
    [4_900, 0, 0],
    [-4_900, 0, 0],
    [9_000, 5_000, 0],
    [6_400, 0, 6_000],
    [-3 * hourMs, 5_000, -3 * hourMs],
  ])('that a reply says is %d ms off, %d ms late, is set by %d ms', (differenceMs, lateMs, errorMs) => {
    const clock = new CameraClock(noFaults);
    expect(clock.heed(noonMs + differenceMs, live, lateMs)).toBe(errorMs !== 0);
    expect(clock.errorMs).toBe(errorMs);
    expect(clock.presentMs(live)).toBe(noonMs + errorMs);
  });

  it('follows the receiver away and exactly back, also while the camera catches up', () => {
    const clock = new CameraClock(noFaults);
    expect(clock.heed(noonMs + hourMs, catchingUp, 0)).toBe(true);
    expect(clock.presentMs(catchingUp)).toBe(noonMs + hourMs);
    expect(clock.heed(noonMs + hourMs, catchingUp, 0)).toBe(false);
    expect(clock.heed(noonMs - 700, catchingUp, 0)).toBe(true);
    expect(clock.errorMs).toBe(0);
  });
});
