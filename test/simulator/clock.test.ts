import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SimulatedClock } from '../../src/simulator/clock';

describe('simulated time', () => {
  it('is never ahead of the real clock and never goes back', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 100_000 }), {
      minLength: 1,
      maxLength: 30,
      size: 'max',
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: -1e9, max: 1e9 }),
        steps,
        (speed, ago, waits) => {
          let nowMs = 1.7e12;
          const clock = new SimulatedClock(speed, nowMs - ago, () => nowMs);
          let lastMs = 0;
          for (const waitMs of waits) {
            nowMs += waitMs;
            const reading = clock.read();
            expect(reading.simulatedMs).toBeLessThanOrEqual(nowMs);
            expect(reading.simulatedMs).toBeGreaterThanOrEqual(lastMs);
            if (reading.caughtUp) expect(reading.simulatedMs).toBe(nowMs);
            lastMs = reading.simulatedMs;
          }
        },
      ),
    );
  });

  it('catches up at its speed and then is the real clock', () => {
    let nowMs = 1.7e12;
    const clock = new SimulatedClock(60, nowMs - 59_000, () => nowMs);
    nowMs += 500;
    expect(clock.read()).toMatchObject({ simulatedMs: nowMs - 500 - 59_000 + 30_000, caughtUp: false });
    expect(clock.realLengthMs(60_000)).toBe(1000);
    nowMs += 500;
    expect(clock.read()).toMatchObject({ simulatedMs: nowMs, caughtUp: true });
    nowMs += 7000;
    expect(clock.read().simulatedMs).toBe(nowMs);
    expect(clock.realLengthMs(60_000)).toBe(60_000);
  });
});
