import type { Clock } from '../../src/main/core/types';

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  constructor(private ms: number) {}

  now(): number {
    return this.ms;
  }

  set(ms: number): void {
    this.ms = ms;
  }

  advance(ms: number): void {
    this.ms += ms;
  }
}

/** 2026-03-10 10:00 in Madrid, a Tuesday. */
export const someMorning = Date.UTC(2026, 2, 10, 9, 0, 0);
