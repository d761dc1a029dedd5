import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runFleet, serialOf, type FleetHandle, type FleetOptions } from '../../src/simulator/fleet';
import { maxSockets } from '../../src/simulator/receiver';
import { addUp, distinctSum, stepSum, TestReceiver } from './test-receiver';

/** A Friday noon in Madrid: people pass from the first minute on. */
const noonMs = Date.UTC(2024, 2, 22, 12);
const hourMs = 3_600_000;

let receiver: TestReceiver;
const running: FleetHandle[] = [];

beforeEach(async () => {
  receiver = await new TestReceiver().start();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((fleet) => fleet.stop()));
  await receiver.stop();
});

function start(options: Partial<FleetOptions> = {}): FleetHandle {
  const fleet = runFleet({
    url: receiver.url,
    cameras: 2,
    timeZone: 'Europe/Madrid',
    speed: 10_000,
    fromMs: noonMs,
    ...options,
  });
  running.push(fleet);
  return fleet;
}

/** Noon of a recent Friday, which cameras still remember. */
function recentNoonMs(): number {
  const date = new Date(Date.now() - 2 * 24 * hourMs);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 2) % 7));
  return date.setUTCHours(12, 0, 0, 0);
}

/** Simulated time covered by the reports that arrived. */
function reached(afterMs: number, fromMs = noonMs): () => boolean {
  return () => receiver.flows.some((flow) => flow.endTime * 1000 >= fromMs + afterMs);
}

/** Whether both cameras have sent so many reports that say their mode, not counting the first `after` of all. */
function everyCameraSent(mode: string, count: number, after = 0): () => boolean {
  return () =>
    [serialOf(0), serialOf(1)].every((sn) => {
      const later = receiver.flows.slice(after);
      return later.filter((flow) => flow.sn === sn && flow.dataMode === mode).length >= count;
    });
}

describe('a fleet', () => {
  it('says of every camera what the receiver has confirmed', async () => {
    const fleet = start();
    await receiver.until(reached(hourMs));
    const report = await fleet.stop(60_000);
    expect(report.done).toBe(true);
    expect(report.pending).toBe(0);
    for (const camera of report.cameras) {
      expect(camera.acknowledged).toEqual(distinctSum(receiver.flows, camera.sn));
      expect(camera.sent).toEqual(camera.acknowledged);
      expect(camera.acknowledged.passby).toBeGreaterThan(0);
      expect(camera.firstWindowStart).toBe(new Date(noonMs).toISOString());
      const latest = Math.max(...receiver.flows.filter((f) => f.sn === camera.sn).map((f) => f.endTime));
      expect(camera.lastWindowEnd).toBe(new Date(latest * 1000).toISOString());
    }
    expect(report.acknowledged).toEqual(addUp(report.cameras.map((camera) => camera.acknowledged)));
    const truth = fleet.truth().quarters;
    expect(addUp(truth)).toEqual(report.acknowledged);
    expect(truth.every(({ start }) => Date.parse(start) % 900_000 === 0)).toBe(true);
  });

  it('sends what V1.9 describes', async () => {
    const fleet = start();
    await receiver.until(() => reached(hourMs)() && receiver.stays.some((stay) => stay.currentStay > 0));
    await fleet.stop(60_000);
    expect(receiver.unusable).toBe(0);
    const kinds = ['in', 'out', 'passby', 'turnback'] as const;
    for (const flow of receiver.flows) {
      expect(flow.endTime - flow.startTime).toBe(60);
      expect(flow.total).toBe(flow.in + flow.out + flow.passby + flow.turnback);
      expect(flow.inAdult + flow.inChild).toBe(flow.in);
      expect(flow.eventList).toHaveLength(flow.total);
      expect(flow).not.toHaveProperty('dataMode');
      for (const [type, kind] of kinds.entries()) {
        expect(flow.eventList.filter((event) => event.eventType % 100 === type)).toHaveLength(flow[kind]);
      }
      for (const event of flow.eventList) {
        expect(String(event.timestamp)).toHaveLength(16);
        expect(event.timestamp / 1e6).toBeGreaterThanOrEqual(flow.startTime);
        expect(event.timestamp / 1e6).toBeLessThan(flow.endTime);
      }
    }
    for (const stay of receiver.stays) expect(stay.info).toHaveLength(stay.currentStay);
  });

  it('vouches for every minute while it catches up, with the present in its heartbeats', async () => {
    const fleet = start({ cameras: 1 });
    await receiver.until(() => reached(hourMs)() && receiver.heartbeats.length >= 2);
    await fleet.stop(60_000);
    const starts = new Set(receiver.flows.map((flow) => flow.startTime));
    for (let minute = 0; minute < 60; minute++) expect(starts).toContain(noonMs / 1000 + minute * 60);
    for (const { time } of receiver.heartbeats) expect(Math.abs(time - Date.now() / 1000)).toBeLessThan(60);
  });

  it('tells the same for the same seed', async () => {
    const bodies = [];
    for (let run = 0; run < 2; run++) {
      receiver.flows.length = 0;
      const fleet = start({ cameras: 1, seed: 7 });
      await receiver.until(reached(hourMs / 2));
      await fleet.stop(60_000);
      const told = receiver.flows.filter((flow) => flow.endTime * 1000 < noonMs + hourMs / 2);
      bodies.push(told.map((flow) => JSON.stringify(flow)).sort());
    }
    expect(bodies[0]).toEqual(bodies[1]);
  });

  it('is never ahead of the clock, and goes on in real time once it has caught up', async () => {
    // A clock on which it is Friday noon and a minute takes a second: somebody passes, whenever this runs.
    const beganMs = Date.now();
    const now = () => noonMs + (Date.now() - beganMs) * 60;
    receiver.now = now;
    const early: unknown[] = [];
    receiver.verdict = (upload) => {
      // At once is at once: the minute in which somebody passed may not be over.
      if (Number(upload['time']) * 1000 > now() || Number(upload['startTime']) * 1000 > now())
        early.push(upload);
      return { code: 0 };
    };
    const fleet = start({ speed: 100, fromMs: noonMs - hourMs, cameras: 3, now });
    await receiver.until(() => fleet.isCaughtUp());
    const caughtUpMs = now();
    await receiver.until(() =>
      receiver.flows.some(({ time, total }) => total > 0 && time * 1000 > caughtUpMs),
    );
    const report = await fleet.stop(60_000);
    expect(early).toEqual([]);
    expect(report.caughtUp).toBe(true);
    expect(Date.parse(report.simulatedUntil)).toBeGreaterThan(caughtUpMs);
    expect(Date.parse(report.simulatedUntil)).toBeLessThanOrEqual(now());
  });

  it('serves many cameras over a bounded number of connections', async () => {
    const fleet = start({ cameras: 200, speed: 60 });
    await receiver.until(() => new Set(receiver.flows.map((flow) => flow.sn)).size === 200);
    const report = await fleet.stop(60_000);
    expect(report.pending).toBe(0);
    expect(receiver.mostSockets).toBeLessThanOrEqual(maxSockets);
    expect(report.acknowledged).toEqual(addUp(report.cameras.map((c) => distinctSum(receiver.flows, c.sn))));
  });
});

describe('a camera obeys the replies', () => {
  it('in the interval', async () => {
    receiver.orders = { uploadInterval: 15 };
    const fleet = start();
    await receiver.until(reached(2 * hourMs));
    const report = await fleet.stop(60_000);
    const windows = receiver.flows.filter((flow) => flow.sn === serialOf(0));
    const full = windows.slice(0, -1);
    expect(full.every((flow) => flow.startTime % 900 === 0 && flow.endTime - flow.startTime === 900)).toBe(
      true,
    );
    // The last one is the window that was open at the end.
    expect(windows.at(-1)?.startTime).toBe(full.at(-1)?.endTime);
    expect(windows.at(-1)?.endTime).not.toBe(windows.at(-1)?.startTime);
    for (const camera of report.cameras) {
      expect(camera.acknowledged).toEqual(distinctSum(receiver.flows, camera.sn));
    }
  });

  it('in a change of the interval on the way', async () => {
    const fleet = start({ cameras: 1 });
    await receiver.until(reached(hourMs / 4));
    receiver.orders = { uploadInterval: 5 };
    await receiver.until(() => receiver.flows.some((flow) => flow.endTime - flow.startTime === 300));
    receiver.orders = { uploadInterval: 0 };
    const before = receiver.flows.length;
    await receiver.until(() =>
      receiver.flows.slice(before).some((flow) => flow.endTime - flow.startTime === 60),
    );
    const report = await fleet.stop(60_000);
    expect(report.acknowledged).toEqual(distinctSum(receiver.flows, serialOf(0)));
  });

  it('in the mode, losing nobody at a switch there and back', async () => {
    const fleet = start();
    await receiver.until(reached(hourMs / 4));
    receiver.orders = { dataMode: 'total' };
    await receiver.until(everyCameraSent('Total', 30));
    receiver.orders = { dataMode: 'Add' };
    await receiver.until(everyCameraSent('Add', 30, receiver.flows.length));
    const report = await fleet.stop(60_000);
    for (const camera of report.cameras) {
      const totals = receiver.flows.filter((flow) => flow.dataMode === 'Total');
      const added = receiver.flows.filter((flow) => flow.dataMode !== 'Total');
      const told = addUp([distinctSum(added, camera.sn), stepSum(totals, camera.sn)]);
      expect(camera.acknowledged).toEqual(told);
      expect(camera.acknowledged).toEqual(camera.sent);
    }
  });

  it('unless the mode is set at the camera itself', async () => {
    receiver.orders = { dataMode: 'Add' };
    const fleet = start({ mode: 'Total', cameras: 1 });
    await receiver.until(reached(hourMs / 4));
    const report = await fleet.stop(60_000);
    expect(receiver.flows.every((flow) => flow.dataMode === 'Total')).toBe(true);
    expect(report.acknowledged).toEqual(stepSum(receiver.flows, serialOf(0)));
  });

  it('in a request for history, in whole quarters, and counts nobody twice', async () => {
    // Reaches into what it reports live, too.
    const fromMs = recentNoonMs();
    const [from, to] = [fromMs - 2 * hourMs, fromMs + hourMs / 2];
    receiver.orders = { dataStartTime: from / 1000, dataEndTime: to / 1000 };
    const fleet = start({ cameras: 1, fromMs });
    await receiver.until(() => reached(hourMs, fromMs)() && receiver.histories.length > 0);
    const report = await fleet.stop(60_000);
    const items = receiver.histories[0]?.data ?? [];
    expect(receiver.histories[0]?.len).toBe(10);
    expect(items.map((item) => item.startTime)).toEqual(items.map((_, i) => from / 1000 + i * 900));
    expect(items.at(-1)?.endTime).toBe(to / 1000);
    const later = receiver.flows.filter((flow) => flow.startTime * 1000 >= to);
    expect(report.acknowledged).toEqual(addUp([addUp(items), distinctSum(later, serialOf(0))]));
  });

  it('in a request beyond its memory: it says that there is nothing', async () => {
    const from = Date.now() / 1000 - 200 * 86_400;
    receiver.orders = { dataStartTime: Math.floor(from), dataEndTime: Math.floor(from) + 3600 };
    const fleet = start({ cameras: 1 });
    await receiver.until(() => receiver.histories.length > 0);
    await fleet.stop(60_000);
    expect(receiver.histories[0]).toEqual({ sn: serialOf(0), len: 0, data: [] });
  });

  it('in the clock', async () => {
    const errorMs = -3 * 86_400_000;
    receiver.now = () => Date.now() + errorMs;
    const fleet = start({ cameras: 1 });
    await receiver.until(() => receiver.heartbeats.length >= 2 && receiver.flows.length > 0);
    await fleet.stop(60_000);
    const expected = (Date.now() + errorMs) / 1000;
    expect(Math.abs((receiver.heartbeats.at(-1)?.time ?? 0) - expected)).toBeLessThan(60);
    const firstStart = receiver.flows[0]?.startTime ?? 0;
    expect(Math.abs(firstStart - (noonMs + errorMs) / 1000)).toBeLessThanOrEqual(120);
  });

  it('in a change of the clock on the way, losing nobody and no minute', async () => {
    const monthMs = 30 * 24 * hourMs;
    const fleet = start({ cameras: 1 });
    await receiver.until(reached(hourMs / 4));
    receiver.now = () => Date.now() - monthMs;
    const isSet = ({ startTime }: { startTime: number }) => startTime * 1000 < noonMs - hourMs;
    await receiver.until(() => receiver.flows.filter(isSet).length >= 60);
    await receiver.until(() => receiver.heartbeats.some(({ time }) => time * 1000 < Date.now() - hourMs));
    const report = await fleet.stop(60_000);
    expect(report.acknowledged).toEqual(distinctSum(receiver.flows, serialOf(0)));
    for (const { eventList, startTime, endTime } of receiver.flows) {
      for (const { timestamp } of eventList) {
        expect(timestamp / 1e6).toBeGreaterThanOrEqual(startTime);
        expect(timestamp / 1e6).toBeLessThan(endTime);
      }
    }
    const ids = receiver.flows
      .flatMap(({ eventList }) => eventList.map(({ id }) => id))
      .sort((x, y) => x - y);
    expect(ids).toEqual(ids.map((_, index) => (ids[0] ?? 0) + index));
    const parts = [receiver.flows.filter((flow) => !isSet(flow)), receiver.flows.filter(isSet)].map(
      (flows) => {
        const starts = [...new Set(flows.map(({ startTime }) => startTime))].sort((x, y) => x - y);
        expect(starts).toEqual(starts.map((_, minute) => (starts[0] ?? 0) + minute * 60));
        return { start: starts[0] ?? 0, end: (starts.at(-1) ?? 0) + 60 };
      },
    );
    const [before, after] = parts;
    // A camera takes the receiver's time for the present, however long it was on its way.
    const goesOnAt = (after?.start ?? 0) + monthMs / 1000;
    expect(Math.abs(goesOnAt - (before?.end ?? 0))).toBeLessThanOrEqual(120);
  });
});

describe('nothing is lost', () => {
  it('while the receiver is away', async () => {
    const fleet = start();
    await receiver.until(reached(hourMs / 4));
    await receiver.stop();
    const atStop = receiver.flows.length;
    await untilPending(fleet, 40);
    await receiver.start();
    await receiver.until(() => receiver.flows.length > atStop + 40);
    const report = await fleet.stop(60_000);
    expect(report.pending).toBe(0);
    for (const camera of report.cameras) {
      expect(camera.acknowledged).toEqual(distinctSum(receiver.flows, camera.sn));
      expect(camera.resends).toBeGreaterThan(0);
      const minutes = new Set(receiver.flows.filter((f) => f.sn === camera.sn).map((f) => f.startTime));
      const span = (Math.max(...minutes) - Math.min(...minutes)) / 60 + 1;
      expect(minutes.size).toBe(span);
    }
  });

  it('of what is refused, fails or is cut off now and then', async () => {
    let turn = 0;
    receiver.verdict = () => {
      turn += 1;
      if (turn % 11 === 0) return { code: 2 };
      if (turn === 15) return { status: 500 };
      return turn === 30 ? { drop: true } : { code: 0 };
    };
    const fleet = start({ cameras: 1, speed: 2000 });
    await receiver.until(reached(hourMs / 4));
    const report = await fleet.stop(60_000);
    expect(report.pending).toBe(0);
    expect(report.acknowledged).toEqual(report.sent);
    expect(report.acknowledged).toEqual(distinctSum(receiver.flows, serialOf(0)));
    expect(report.cameras[0]?.refused).toBeGreaterThan(0);
  });

  it('but what is not welcome (code 1) is no longer sent, and kept in memory', async () => {
    let isBlocked = true;
    receiver.verdict = () => ({ code: isBlocked ? 1 : 0 });
    const fromMs = recentNoonMs();
    const fleet = start({ cameras: 1, fromMs });
    await receiver.until(() => receiver.requests > 50);
    expect(fleet.report().acknowledged).toEqual({ in: 0, out: 0, passby: 0, turnback: 0 });
    isBlocked = false;
    receiver.orders = { dataStartTime: fromMs / 1000, dataEndTime: (fromMs + hourMs) / 1000 };
    await receiver.until(() => reached(hourMs, fromMs)() && receiver.histories.length > 0);
    const report = await fleet.stop(60_000);
    const later = receiver.flows.filter((flow) => flow.startTime * 1000 >= fromMs + hourMs);
    const remembered = addUp(receiver.histories[0]?.data ?? []);
    expect(report.acknowledged).toEqual(addUp([remembered, distinctSum(later, serialOf(0))]));
    expect(report.cameras[0]?.refused).toBeGreaterThan(0);
  });
});

it('delivers the past first', async () => {
  const fleet = start({ cameras: 1, backfillMs: 30 * 24 * hourMs });
  await receiver.until(() => receiver.flows.length > 0);
  expect(receiver.histories).toHaveLength(3);
  const report = await fleet.stop(60_000);
  const items = receiver.histories.flatMap((history) => history.data);
  expect(items).toHaveLength(720);
  expect(items.map((item) => item.endTime - item.startTime).every((length) => length === 3600)).toBe(true);
  expect(items.at(-1)?.endTime).toBe(noonMs / 1000);
  expect(report.acknowledged).toEqual(addUp([addUp(items), distinctSum(receiver.flows, serialOf(0))]));
  expect(report.cameras[0]?.firstWindowStart).toBe(new Date(noonMs - 30 * 24 * hourMs).toISOString());
});

it('has nothing under way any more once it has ended', async () => {
  let answerCalls: () => void = () => undefined;
  const fleet = start({ cameras: 1 });
  await receiver.until(reached(hourMs / 4));
  receiver.callsAnswered = new Promise((resolve) => (answerCalls = resolve));
  const heard = receiver.heartbeats.length;
  await receiver.until(() => receiver.heartbeats.length > heard);
  let hasEnded = false;
  const ended = fleet.stop(60_000).then(() => (hasEnded = true));
  await expect.poll(() => fleet.report().pending).toBe(0);
  // Long enough for an end that waits for reports alone.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(hasEnded).toBe(false);
  answerCalls();
  await ended;
  // What the late answer asks for makes no more reports.
  expect(fleet.report().pending).toBe(0);
});

/** Reports pile up while nobody listens; there is no event to wait for but the fleet's own figures. */
function untilPending(fleet: FleetHandle, count: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (fleet.report().cameras.some((camera) => camera.pending < count)) return;
      clearInterval(timer);
      resolve();
    }, 20);
  });
}
