import type { Camera } from './camera';
import type { ClockReading } from './clock';
import { sumCounts } from './ledger';
import type { Counts, EpochMs } from './types';

export interface CameraReport {
  sn: string;
  /** Distinct people the camera has told of, whether or not anybody heard. */
  sent: Counts;
  /** Distinct people the receiver has confirmed (code 0): what its figures are to be. */
  acknowledged: Counts;
  /** Good messages that are not confirmed yet. */
  pending: number;
  /** Distinct flow reports sent. */
  uploads: number;
  /** Distinct history messages sent. */
  histories: number;
  /** Good messages sent another time. */
  resends: number;
  /** Good messages answered with code 1 or 2. */
  refused: number;
  /** Spoilt bodies sent on purpose. */
  malformed: number;
  heartbeats: number;
  stays: number;
  /** ISO 8601, UTC; null while nothing was sent. */
  firstWindowStart: string | null;
  lastWindowEnd: string | null;
}

export interface FleetReport {
  /** false: a report in between. */
  done: boolean;
  cameras: CameraReport[];
  /** All cameras together. */
  sent: Counts;
  acknowledged: Counts;
  pending: number;
  /** How far simulated time has come, and whether that is the present. */
  simulatedUntil: string;
  caughtUp: boolean;
}

/**
 * Confirmed people by the UTC quarter hour in which they passed. A camera whose clock is off for good
 * has them where its clock says. To be compared hour by hour where the cameras report by the hour.
 */
export interface Truth {
  quarters: ({ sn: string; start: string } & Counts)[];
}

interface Named {
  sn: string;
  camera: Camera;
}

export function reportOf(cameras: readonly Named[], reading: ClockReading, done: boolean): FleetReport {
  const rows = cameras.map(cameraReport);
  return {
    done,
    cameras: rows,
    sent: sumCounts(rows.map((row) => row.sent)),
    acknowledged: sumCounts(rows.map((row) => row.acknowledged)),
    pending: rows.reduce((sum, row) => sum + row.pending, 0),
    simulatedUntil: new Date(reading.simulatedMs).toISOString(),
    caughtUp: reading.caughtUp,
  };
}

function cameraReport({ sn, camera }: Named): CameraReport {
  const { books, pending } = camera;
  const { uploads, histories, resends, refused, malformed, heartbeats, stays } = books;
  return {
    sn,
    sent: { ...books.sent.totals },
    acknowledged: { ...books.acknowledged.totals },
    pending,
    uploads,
    histories,
    resends,
    refused,
    malformed,
    heartbeats,
    stays,
    firstWindowStart: isoOrNull(books.firstWindowStartMs),
    lastWindowEnd: isoOrNull(books.lastWindowEndMs),
  };
}

function isoOrNull(atMs: EpochMs): string | null {
  return Number.isFinite(atMs) ? new Date(atMs).toISOString() : null;
}

export function truthOf(cameras: readonly Named[]): Truth {
  return {
    quarters: cameras.flatMap(({ sn, camera }) =>
      [...camera.books.acknowledged.quarters]
        .sort(([a], [b]) => a - b)
        .map(([startMs, counts]) => ({ sn, start: new Date(startMs).toISOString(), ...counts })),
    ),
  };
}
