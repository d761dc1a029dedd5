import type { Counts, Instant, Serial } from './words';

/**
 * What the owner says a camera should have counted in some time. It never changes what was counted: raw figures
 * stay what they are and the corrected ones stand beside them.
 */
export interface Correction {
  id: number;
  camera: Serial;
  /** On whole quarter hours. */
  start: Instant;
  /** Exclusive. */
  end: Instant;
  /** What the owner says; `null`: as it was counted. */
  stated: Counts;
  /** What was counted, as far as it is known today. */
  counted: Counts;
  why: string;
  /** Whose key it was said with. There is one key that may change anything, the owner's. */
  by: 'owner';
  at: Instant;
  /** `null`: it holds. */
  takenBackAt: Instant | null;
}
