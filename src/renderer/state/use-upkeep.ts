import { onScopeDispose } from 'vue';
import { localDate } from '../format/calendar';
import { useLive } from './context';

const upkeepMs = 30_000;
const lostUpkeepMs = 3000;
const sleptMs = 4 * upkeepMs;

/**
 * What no event tells: the port's and the disk's troubles, a new day at midnight, and that this
 * computer slept, after which a connection can look alive and be dead.
 */
export function useUpkeep(): void {
  const live = useLive();
  let lastMs = Date.now();

  const timer = setInterval(() => {
    const nowMs = Date.now();
    const hasSlept = nowMs - lastMs > sleptMs;
    const isNewDay = live.sites.value.some((site) => localDate(nowMs, site.timeZone) !== site.date);
    lastMs = nowMs;
    void (hasSlept || isNewDay ? live.reload() : live.reloadSystem());
  }, upkeepMs);
  // Events alone do not tell why they stay away: Foyer may be down, or have forgotten this page.
  const lostTimer = setInterval(() => {
    if (live.connection.value === 'lost') void live.reloadSystem();
  }, lostUpkeepMs);
  onScopeDispose(() => {
    clearInterval(timer);
    clearInterval(lostTimer);
  });
}
