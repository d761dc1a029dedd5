import fc from 'fast-check';
import type { Step, UploadStep } from './script';

/** What comes of chance so seldom that it has to be drawn as a whole. */

const heartbeat: Step = { do: 'heartbeat' };
/** Seconds after which a report does not lie on the wrong clock any more. */
const tooLateToMove = 800;
const wait = (seconds: number): Step => ({ do: 'wait', seconds });

/** Power is cut twice, and both times the camera starts at the same wrong date and sees the same. */
export function twoBoots(upload: fc.Arbitrary<UploadStep>): fc.Arbitrary<Step[]> {
  return fc
    .record({
      fixedSeconds: fc.constantFrom(946_684_800, 100_000),
      pause: fc.integer({ min: 1, max: 200 }),
      uploads: fc.array(upload, { minLength: 1, maxLength: 2 }),
      others: fc.array(upload, { maxLength: 1 }),
      isSameAgain: fc.boolean(),
      more: fc.nat(2),
      late: upload,
    })
    .map(({ fixedSeconds, pause, uploads, others, isSameAgain, more, late }) => {
      const boot: Step[] = [{ do: 'reboot', clock: { fixedSeconds } }, heartbeat, wait(pause)];
      const second = isSameAgain ? uploads : [...others, ...uploads];
      return [
        ...boot,
        ...uploads,
        ...boot,
        ...second,
        { do: 'resend', pick: 0 },
        wait(tooLateToMove),
        { do: 'correct', pick: 0, more, laterBySeconds: 1 },
        {
          ...late,
          window: { kind: 'odd', seconds: 30, endedSecondsAgo: tooLateToMove - 20 },
          isRelisting: true,
        },
      ];
    });
}

/**
 * Running counters are read for a while; then the clock falls back to where it was at one of the readings, and
 * that one comes again, or for the first time.
 */
export function oldReading(upload: fc.Arbitrary<UploadStep>): fc.Arbitrary<Step[]> {
  const reading = upload.map((step): UploadStep => ({
    ...step,
    bodyMode: 'Total',
    window: { kind: 'since-last' },
    leaveOut: 'nothing',
  }));
  return fc
    .record({
      readings: fc.tuple(reading, reading, reading, reading),
      held: fc.constantFrom(1, 2),
      minutesLater: fc.integer({ min: 1, max: 8 }),
      minutesBetween: fc.integer({ min: 12, max: 40 }),
      pick: fc.nat(3),
    })
    .map(({ readings, held, minutesLater, minutesBetween, pick }) => {
      const read = readings.flatMap((step, i): Step[] => [
        wait(minutesBetween * 60),
        { ...step, isHeld: i === held },
      ]);
      const minutesOff = -minutesBetween * (readings.length - 1 - held) - minutesLater;
      const back: Step[] = [
        { do: 'clock', to: { minutesOff } },
        heartbeat,
        { do: 'release', order: 'as-sent' },
      ];
      return [
        { do: 'clock', to: { minutesOff: 0 } },
        heartbeat,
        ...read,
        wait(minutesLater * 60),
        ...back,
        { do: 'resend', pick },
        { do: 'clock', to: { minutesOff: 0 } },
      ];
    });
}
