import type { EpochMs } from '../types';
import type { Engine } from './engine';

/**
 * At a start: what was forwarded is not what is here, if something else was put in its place or part of it is
 * lost. Only in the first case, which the owner wanted, does it go from where it was forwarded to.
 */
export async function restartOutbox(engine: Engine, now: EpochMs): Promise<void> {
  if (!engine.state.outbox.state) return;
  const { isReplaced, isFromBackup, damagedSnapshots, damagedRecords, startsAt } = engine.files.recovery;
  const isDamaged = isFromBackup || damagedSnapshots + damagedRecords > 0 || startsAt !== null;
  if (!isReplaced && !isDamaged) return;
  try {
    await engine.command('outbox.restart', { isSweepDue: isReplaced && !isDamaged }, now);
  } catch (error) {
    // A full disk: it is tried at the next start, and nothing counted is lost by it.
    engine.log.error('Forwarding could not begin anew', error);
  }
}
