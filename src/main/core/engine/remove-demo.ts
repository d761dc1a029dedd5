import type { EpochMs } from '../types';
import type { Engine } from './engine';

/** A demo that was running when the power went must not stay in the figures. */
export async function removeDemo(engine: Engine, now: EpochMs): Promise<void> {
  for (const { sn, isDemo } of engine.state.cameras.all()) {
    if (isDemo) await engine.command('cameras.remove', { sn }, now);
  }
}
