import { memoryMs, type CameraMemory } from './memory';
import type { HistoryItem } from './messages';
import { addPerson, emptyTally } from './tally';
import type { EpochMs } from './types';

const minuteMs = 60_000;
const quarterHourMs = 15 * minuteMs;
export const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Hourly items of ten days; even all of a message's items are far below the megabyte a receiver must take. */
const itemsPerMessage = 240;

export interface HistoryRequest {
  fromMs: EpochMs;
  toMs: EpochMs;
}

/**
 * Length of the pieces in which a camera tells of a window. Hours where it is long, and where the uploads are
 * too coarse for quarters.
 */
export function pieceLengthMs({ fromMs, toMs }: HistoryRequest, uploadIntervalMinutes: number): number {
  return toMs - fromMs > 2 * dayMs || uploadIntervalMinutes > 15 ? hourMs : quarterHourMs;
}

/**
 * What a camera answers to a history request (V1.9 §4), message by message: whole pieces of UTC out of its memory
 * that overlap the window asked for; only the piece that is not over yet ends earlier. One message without items where
 * nothing is remembered.
 * @param nowMs the camera's present: nothing later is remembered, and nothing older than 90 days
 */
export function* historyMessages(
  memory: CameraMemory,
  { fromMs, toMs }: HistoryRequest,
  pieceMs: number,
  nowMs: EpochMs,
): Generator<HistoryItem[]> {
  const oldestMs = Math.ceil((nowMs - memoryMs) / pieceMs) * pieceMs;
  const startMs = Math.max(Math.floor(fromMs / pieceMs) * pieceMs, oldestMs);
  const latestMs = Math.floor(nowMs / minuteMs) * minuteMs;
  const endMs = Math.min(Math.ceil(toMs / pieceMs) * pieceMs, latestMs);
  if (endMs <= startMs) yield [];
  for (let atMs = startMs; atMs < endMs; atMs += itemsPerMessage * pieceMs) {
    yield pieces(memory, atMs, Math.min(atMs + itemsPerMessage * pieceMs, endMs), pieceMs);
  }
}

function pieces(memory: CameraMemory, startMs: EpochMs, endMs: EpochMs, pieceMs: number): HistoryItem[] {
  const items: HistoryItem[] = [];
  for (let atMs = startMs; atMs < endMs; atMs += pieceMs) {
    items.push({ startMs: atMs, endMs: Math.min(atMs + pieceMs, endMs), figures: emptyTally() });
  }
  for (const event of memory.between(startMs, endMs)) {
    const item = items[Math.floor((event.atMs - startMs) / pieceMs)];
    if (item !== undefined) addPerson(item.figures, event);
  }
  return items;
}
