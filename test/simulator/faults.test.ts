import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededFaults } from '../../src/simulator/faults';
import { runFleet, type FleetHandle, type FleetOptions } from '../../src/simulator/fleet';
import { Random } from '../../src/simulator/random';
import { distinctSum, stepSum, TestReceiver } from './test-receiver';

const noonMs = Date.UTC(2024, 2, 22, 12);
const hourMs = 3_600_000;

let receiver: TestReceiver;
let fleet: FleetHandle | undefined;

beforeEach(async () => {
  receiver = await new TestReceiver().start();
});
afterEach(async () => {
  await fleet?.stop();
  await receiver.stop();
});

function start(options: Partial<FleetOptions> = {}): FleetHandle {
  const own = { url: receiver.url, timeZone: 'Europe/Madrid', speed: 10_000, fromMs: noonMs };
  return (fleet = runFleet({ ...own, cameras: 3, faults: true, ...options }));
}
const everyCameraReached = (afterMs: number) => () => {
  const latest = new Map<string, number>();
  for (const { sn, endTime } of receiver.flows) latest.set(sn, Math.max(endTime, latest.get(sn) ?? 0));
  return latest.size === 3 && [...latest.values()].every((end) => end * 1000 >= noonMs + afterMs);
};

describe('with faults', () => {
  it('the truth is what happened: each person once', async () => {
    const handle = start();
    await receiver.until(everyCameraReached(3 * hourMs));
    const report = await handle.stop(60_000);
    expect(report.pending).toBe(0);
    for (const camera of report.cameras) {
      expect(camera.acknowledged).toEqual(distinctSum(receiver.flows, camera.sn));
      expect(camera.acknowledged).toEqual(camera.sent);
      expect(camera.resends).toBeGreaterThan(0);
    }
    const malformed = report.cameras.reduce((sum, camera) => sum + camera.malformed, 0);
    expect(malformed).toBeGreaterThan(0);
    // One is in the right form at first sight, but has no list: all are refused.
    expect(receiver.unusable).toBeGreaterThan(0);
    const flows = receiver.flows.filter((flow) => flow.sn === report.cameras[0]?.sn);
    const isInOrder = flows.every((flow, i) => i === 0 || flow.time >= (flows[i - 1]?.time ?? 0));
    expect(isInOrder).toBe(false);
  });

  it('running counters come to the same', async () => {
    const handle = start({ mode: 'Total' });
    await receiver.until(everyCameraReached(2 * hourMs));
    const report = await handle.stop(60_000);
    for (const camera of report.cameras) {
      expect(camera.acknowledged).toEqual(stepSum(receiver.flows, camera.sn));
    }
  });

  it('one clock of a fleet is to be wrong by minutes for good, and another to jump by an hour', () => {
    for (let seed = 0; seed < 20; seed++) {
      const fleetFaults = [0, 1, 2, 3].map((camera) => seededFaults(seed, camera, 4));
      const drifts = fleetFaults.map((faults) => Math.abs(faults.driftMs) / 60_000).filter((ms) => ms > 0);
      expect(drifts).toHaveLength(1);
      expect(drifts[0]).toBeGreaterThanOrEqual(2);
      expect(drifts[0]).toBeLessThanOrEqual(8);
      const jumps = fleetFaults.filter((faults) => faults.jumpMs !== 0);
      expect(jumps.map((faults) => [Math.abs(faults.jumpMs), faults.driftMs])).toEqual([[hourMs, 0]]);
    }
  });

  it('a spoilt body is never a report', () => {
    const faults = seededFaults(1, 0, 1);
    const good = JSON.stringify({ sn: '1', startTime: 1, endTime: 2, in: 3 });
    const bodies = Array.from({ length: 2000 }, () => faults.malformedBody(good, '1')).filter(
      (b) => b !== undefined,
    );
    expect(bodies.length).toBeGreaterThan(20);
    expect(bodies).not.toContain(good);
    for (const body of bodies) expect(isReport(body)).toBe(false);
  });
});

function isReport(body: string): boolean {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null || !('sn' in value) || !('in' in value)) return false;
    return typeof value.sn === 'string' && value.sn !== '' && typeof value.in === 'number';
  } catch {
    // No JSON, no report.
    return false;
  }
}

describe('chance', () => {
  it('keeps its order for a seed, and its distributions', () => {
    const numbers = (seed: number) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.next()
        )(new Random(seed)),
      );
    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
    const random = new Random('distributions');
    const mean = (draw: () => number) =>
      Array.from({ length: 20_000 }, draw).reduce((a, b) => a + b) / 20_000;
    expect(mean(() => random.next())).toBeCloseTo(0.5, 1);
    expect(mean(() => random.normal())).toBeCloseTo(0, 1);
    expect(mean(() => random.poisson(3))).toBeCloseTo(3, 0);
    expect(mean(() => random.weighted([1, 0, 1]))).toBeCloseTo(1, 1);
    expect(random.shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
  });
});
