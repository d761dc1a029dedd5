import { Camera } from './camera';
import { SimulatedClock } from './clock';
import { noFaults, seededFaults } from './faults';
import { CameraMemory, Shops } from './memory';
import { Random } from './random';
import { Receiver } from './receiver';
import { reportOf, truthOf, type FleetReport, type Truth } from './report';
import type { DataMode, EpochMs, ShopHours } from './types';

/** Default start: this much real time until simulated time has caught up. */
const catchUpMs = 2 * 60_000;
/** How long the end may take, unless told otherwise. */
const drainMs = 10_000;
const liveTickMs = 100;

export interface FleetOptions {
  /** `http://host:port` of the receiver. */
  url: string;
  /** 1 to 1000; up to four of them share a shop. */
  cameras?: number;
  seed?: number;
  /** Zone in which the shops open and close; default: this computer's. */
  timeZone?: string;
  hours?: ShopHours;
  /** ISO weekday like which every day is, so that a demo on a Sunday is not an empty shop. */
  likeWeekday?: number;
  /** At least 1. 1: real time. */
  speed?: number;
  /** Where simulated time begins; default: such that it catches up after about two minutes. */
  fromMs?: EpochMs;
  /** How much of the past every camera delivers as history before anything else. At most 90 days. */
  backfillMs?: number;
  /** Set at the cameras, which then do not obey the replies in this. */
  mode?: DataMode;
  faults?: boolean;
  /** Serials of the cameras; default: {@link serialOf} their place in the fleet. */
  serials?: readonly string[];
  /** The real clock, in ms since 1970; default: this computer's. */
  now?: () => EpochMs;
}

export interface FleetHandle {
  /** What was sent and acknowledged so far. */
  report(): FleetReport;
  /** What the receiver should have, quarter hour by quarter hour. */
  truth(): Truth;
  /** Whether simulated time is the real time by now. */
  isCaughtUp(): boolean;
  /** Whether the receiver has ever answered in the way of the protocol. */
  isAnswered(): boolean;
  /**
   * Reports open windows, delivers what is pending, and ends.
   * @param withinMs how long the delivery may take
   */
  stop(withinMs?: number): Promise<FleetReport>;
}

export const defaultHours: ShopHours = { opensMinute: 9 * 60, closesMinute: 20 * 60 };

/** Sixteen digits, as on the cameras' labels; the same for the same place in the fleet. */
export function serialOf(index: number): string {
  return (2010010000000001n + BigInt(index)).toString();
}

/** Starts cameras that report to one receiver until {@link FleetHandle.stop}. */
export function runFleet(options: FleetOptions): FleetHandle {
  const {
    cameras: count = 1,
    seed = 1,
    speed = 1,
    hours = defaultHours,
    backfillMs = 0,
    now = Date.now,
  } = options;
  const timeZone = options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const startMs = options.fromMs ?? now() - (speed > 1 ? catchUpMs * speed : 0);
  const clock = new SimulatedClock(speed, startMs, now);
  const receiver = new Receiver(new URL(options.url));
  const shops = new Shops({ seed, cameras: count, timeZone, hours, likeWeekday: options.likeWeekday });
  const cameras = Array.from({ length: count }, (_, index) => {
    const faults = options.faults === true ? seededFaults(seed, index, count) : noFaults;
    const memory = new CameraMemory(shops, index, faults.driftMs);
    const random = new Random(seed, 'camera', index);
    const sn = options.serials?.[index] ?? serialOf(index);
    const fixedMode = options.mode;
    return {
      sn,
      camera: new Camera({ sn, index, clock, memory, receiver, faults, random, fixedMode, backfillMs }),
    };
  });
  const booted = Promise.all(cameras.map(({ camera }) => camera.boot()));

  // One timer for all: a camera that has nothing to do costs a comparison.
  let timer: NodeJS.Timeout;
  const tick = () => {
    const reading = clock.read();
    for (const { camera } of cameras) camera.tick(reading);
    const catchUpTickMs = Math.min(Math.max(15_000 / speed, 20), liveTickMs);
    timer = setTimeout(tick, reading.caughtUp ? liveTickMs : catchUpTickMs);
  };
  timer = setTimeout(tick, 0);

  const end = async (withinMs: number) => {
    await booted;
    clearTimeout(timer);
    const reading = clock.read();
    const deadlineMs = reading.realMs + withinMs;
    await Promise.all(cameras.map(({ camera }) => camera.stop(deadlineMs)));
    // Calls and views are not delivered again, but one that is under way would arrive after the end.
    await receiver.idle(deadlineMs - now());
    receiver.close();
    return reportOf(cameras, reading, true);
  };
  let ended: Promise<FleetReport> | undefined;
  return {
    report: () => reportOf(cameras, clock.read(), false),
    truth: () => truthOf(cameras),
    isCaughtUp: () => clock.read().caughtUp,
    isAnswered: () => cameras.some(({ camera }) => camera.books.replies > 0),
    stop: (withinMs = drainMs) => (ended ??= end(withinMs)),
  };
}
