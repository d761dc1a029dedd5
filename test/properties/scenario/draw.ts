import fc from 'fast-check';
import type { ClockFault, HistoryStep, Scenario, Step, UploadStep } from './script';
import { oldReading, twoBoots } from './situations';

const count = fc.oneof(
  { weight: 6, arbitrary: fc.nat(9) },
  { weight: 2, arbitrary: fc.nat(400) },
  { weight: 1, arbitrary: fc.constant(0) },
  // About as many as can pass in less than a minute.
  { weight: 1, arbitrary: fc.constantFrom(999, 1000, 1001) },
);
const maybeCount = fc.option(count, { freq: 8 });
const counts = fc.tuple(count, count, maybeCount, maybeCount);
const stayMs = fc.option(
  fc.integer({ min: 0, max: 40 }).map((tenths) => tenths * 100),
  { freq: 3 },
);

const wait = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 90 }) },
  { weight: 4, arbitrary: fc.integer({ min: 60, max: 1800 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1800, max: 40_000 }) },
);

const clockFault: fc.Arbitrary<ClockFault> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ minutesOff: 0 }) },
  { weight: 2, arbitrary: fc.integer({ min: -9, max: 9 }).map((minutesOff) => ({ minutesOff })) },
  { weight: 2, arbitrary: fc.constantFrom(-50, -25, 25, 50).map((minutesOff) => ({ minutesOff })) },
  // Local time sent as if it were UTC, whole and broken zones alike.
  {
    weight: 3,
    arbitrary: fc.constantFrom(60, 120, 345, 480, 570, 630, -480).map((minutesOff) => ({ minutesOff })),
  },
  { weight: 1, arbitrary: fc.constantFrom(1560, -1800, 1380).map((minutesOff) => ({ minutesOff })) },
  { weight: 3, arbitrary: fc.constantFrom(946_684_800, 100_000).map((fixedSeconds) => ({ fixedSeconds })) },
);

const often = <T>(usual: T, ...others: T[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(usual) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
  );

const upload: fc.Arbitrary<UploadStep> = fc.record({
  do: fc.constant('upload'),
  counts,
  window: fc.oneof(
    { weight: 6, arbitrary: fc.constant({ kind: 'since-last' } as const) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('odd'),
        seconds: fc.oneof(
          { weight: 12, arbitrary: fc.nat(60) },
          { weight: 12, arbitrary: fc.constantFrom(0, 60, 300, 900, 3600) },
          { weight: 6, arbitrary: fc.nat(20_000) },
          { weight: 6, arbitrary: fc.constant(-30) },
          { weight: 1, arbitrary: fc.constantFrom(31 * 86_400, 33 * 86_400) },
        ),
        endedSecondsAgo: fc.oneof(fc.nat(60), fc.nat(7200), fc.integer({ min: -4000, max: 0 })),
      }),
    },
  ),
  unit: often('s', 'ms', 'µs'),
  isTimeText: often(false, true),
  leaveOut: often('nothing', 'start', 'time', 'end', 'start-and-time'),
  oddValue: often('none', 'negative', 'huge', 'text', 'broken', 'most', 'too-many'),
  isSplitByCamera: fc.boolean(),
  stayMs,
  listed: fc.option(fc.nat(3)),
  isRelisting: fc.boolean(),
  oddPersons: often('none', 'untimed', 'twice'),
  bodyMode: often('none', 'Add', 'Total', 'total'),
  isHeld: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

const historyItem: fc.Arbitrary<HistoryStep> = fc.record({
  endedMinutesAgo: fc.oneof(fc.nat(90), fc.nat(400)),
  minutes: fc.oneof(fc.constantFrom(0, 1, 5, 15, 30, 60), fc.nat(60), fc.nat(300)),
  isWholeMinutes: fc.boolean(),
  isTimeText: often(false, true),
  counts,
  stayMs,
  writtenSecondsLater: fc.option(fc.nat(3), { freq: 6 }),
});

const heartbeat: fc.Arbitrary<Step> = often(false, true).map((isTimeText) => ({
  do: 'heartbeat',
  isTimeText,
}));

const correctHistory: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('correct-history'),
  pick: fc.nat(3),
  percent: fc.constantFrom(0, 50, 80, 100, 150),
  laterBySeconds: fc.integer({ min: -2, max: 3 }),
});

const setting: fc.Arbitrary<Step> = fc
  .tuple(
    fc.option(fc.constantFrom(0, 1, 5, 15, 60)),
    fc.option(fc.constantFrom('Add' as const, 'Total' as const)),
  )
  .map(([uploadInterval, dataMode]) => ({
    do: 'setting',
    ...(uploadInterval === null ? {} : { uploadInterval }),
    ...(dataMode === null ? {} : { dataMode }),
  }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 32, arbitrary: upload },
  { weight: 16, arbitrary: wait.map((seconds) => ({ do: 'wait' as const, seconds })) },
  { weight: 10, arbitrary: heartbeat },
  {
    weight: 6,
    arbitrary: fc.integer({ min: 2, max: 6 }).map((minutes) => ({ do: 'alive' as const, minutes })),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('as-sent' as const, 'reversed' as const, 'by-counts' as const)
      .map((order) => ({ do: 'release' as const, order })),
  },
  { weight: 8, arbitrary: fc.nat(20).map((pick) => ({ do: 'resend' as const, pick })) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      pick: fc.nat(20),
      more: fc.integer({ min: -2, max: 3 }),
      laterBySeconds: fc.integer({ min: -2, max: 3 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('history' as const),
      items: fc.array(historyItem, { minLength: 1, maxLength: 4 }),
      isTwice: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: correctHistory },
  { weight: 4, arbitrary: clockFault.map((to) => ({ do: 'clock' as const, to })) },
  { weight: 4, arbitrary: clockFault.map((clock) => ({ do: 'reboot' as const, clock })) },
  { weight: 4, arbitrary: setting },
  { weight: 2, arbitrary: fc.constant({ do: 'refused' as const }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('close' as const, 'crash' as const)
      .map((how) => ({ do: 'restart-app' as const, how })),
  },
);

const steps: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 60, arbitrary: step.map((one) => [one]) },
  { weight: 1, arbitrary: twoBoots(upload) },
  { weight: 1, arbitrary: oldReading(upload) },
);

/** Nights on which the clocks change, and days on which they do not; each with a zone it matters in. */
const places = [
  { zone: 'Europe/Madrid', start: Date.UTC(2026, 2, 28, 23, 0) },
  { zone: 'Europe/Madrid', start: Date.UTC(2026, 9, 24, 22, 30) },
  { zone: 'Australia/Lord_Howe', start: Date.UTC(2026, 3, 4, 13, 0) },
  { zone: 'Asia/Kathmandu', start: Date.UTC(2026, 5, 10, 16, 0) },
  { zone: 'Australia/Adelaide', start: Date.UTC(2026, 9, 3, 14, 0) },
  { zone: 'America/St_Johns', start: Date.UTC(2026, 2, 8, 4, 0) },
  { zone: 'UTC', start: Date.UTC(2026, 11, 31, 20, 0) },
];

export const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    place: fc.constantFrom(...places),
    offset: fc.nat(7200),
    cameras: fc.array(fc.array(steps, { minLength: 1, maxLength: 14, size: 'max' }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ place, offset, cameras }) => ({
    start: place.start / 1000 + offset,
    zone: place.zone,
    cameras: cameras.map((each) => each.flat()),
  }));
