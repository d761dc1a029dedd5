import type { Spread, TimeZone } from '#shared/domain';
import { localHour, type Stretch } from '../format/calendar';
import type { PeriodSum } from '../figures/period-sums';

/**
 * One place on the time axis. `gap`: nothing is known and it is hatched, never drawn as zero.
 * `blank`: still to come, or before the first camera.
 */
export interface ChartSlot {
  startMs: number;
  in: number | null;
  out: number | null;
  state: 'recorded' | 'partial' | 'gap' | 'blank';
  /** Figures are the owner's, not the camera's. */
  isEdited?: boolean;
  /** Visitors that this stretch of the day usually brings, where that is known. */
  usual?: Spread | null;
  /** Visitors of the same stretch of an earlier time. */
  before?: number | null;
  /** What the owner noted on it. */
  note?: string | null;
}

/** Puts sums on a time axis. A sum that starts on no stretch of it gets a place of its own. */
export function chartSlots(axis: readonly Stretch[], sums: readonly PeriodSum[]): ChartSlot[] {
  const slots = new Map<number, ChartSlot>();
  for (const { startMs } of axis) slots.set(startMs, { startMs, in: null, out: null, state: 'blank' });
  for (const sum of sums) {
    const startMs = Date.parse(sum.start);
    const isEdited = sum.counted !== null;
    slots.set(startMs, { startMs, in: sum.in, out: sum.out, state: slotState(sum), isEdited });
  }
  return markHoles([...slots.values()].sort((a, b) => a.startMs - b.startMs));
}

/** Between two periods that are known of, a place without a sum is a hole in the data, not a quiet hour. */
function markHoles(slots: readonly ChartSlot[]): ChartSlot[] {
  const first = slots.findIndex((slot) => slot.state !== 'blank');
  const last = slots.findLastIndex((slot) => slot.state !== 'blank');
  return slots.map((slot, index) =>
    slot.state === 'blank' && index > first && index < last ? { ...slot, state: 'gap' } : slot,
  );
}

function slotState(sum: PeriodSum): ChartSlot['state'] {
  if (sum.quality === 'missing') return 'gap';
  return sum.quality === 'partial' ? 'partial' : 'recorded';
}

export function hasPeople(slot: ChartSlot): boolean {
  return (slot.in ?? 0) > 0 || (slot.out ?? 0) > 0;
}

// Hours that are always shown, so that the axis stands still on a usual day.
const openHour = 8;
const closeHour = 20;

/**
 * Leaves out the night: the hours at which most shops are open, made wider by whatever was counted outside them.
 * By what clocks show, not by counting slots: where they change, eight is not the ninth hour of the day.
 * @param slots of one day from midnight on
 */
export function shopHours(slots: readonly ChartSlot[], zone: TimeZone): ChartSlot[] {
  const isShown = (slot: ChartSlot) => {
    const hour = localHour(slot.startMs, zone);
    return (hour >= openHour && hour < closeHour) || hasPeople(slot);
  };
  return slots.slice(slots.findIndex(isShown), slots.findLastIndex(isShown) + 1);
}

/** The slot with most visitors; the earlier of two equals. */
export function busiest(slots: readonly ChartSlot[]): ChartSlot | null {
  let best: ChartSlot | null = null;
  for (const slot of slots) {
    if ((slot.in ?? 0) > (best?.in ?? 0)) best = slot;
  }
  return best;
}
