import type { EpochMs } from '../types';
import { elapsed, MINUTE_MS } from './elapsed';
import { hoursAt, type HoursNow } from './hours';
import type { Alert, AlertFacts, AlertState, SiteFacts, SiteState, Verdict } from './types';

const LIMIT_REPEAT_MS = 30 * MINUTE_MS;
const ENTERED_REPEAT_MS = 15 * MINUTE_MS;
/** Customers who are being served at closing time are nobody's worry. */
const LEAST_CLOSING_GRACE_MS = 10 * MINUTE_MS;
/** A computer that wakes hours later has no news. */
const CLOSING_NEWS_MS = 60 * MINUTE_MS;
/** Doors miss people now and then; up to this share of the day's visitors is no sign of anybody. */
const DRIFT = 0.05;

/** People inside over the limit, people who come while closed, people left inside after closing. */
export function siteRule(state: AlertState, facts: AlertFacts, now: EpochMs): Verdict<AlertState['sites']> {
  const sites: AlertState['sites'] = {};
  const alerts: Alert[] = [];
  for (const site of facts.sites) {
    const before = state.sites[site.id];
    const hours = hoursAt(site.timeZone, site.openingHours, now);
    const parts = [
      overLimit(before, site, facts, now),
      enteredWhileClosed(before, site, hours, facts, now),
      insideAtClosing(before, site, hours, facts, now),
    ] as const;
    sites[site.id] = { ...parts[0].state, ...parts[1].state, ...parts[2].state };
    alerts.push(...parts.flatMap((part) => part.alerts));
  }
  return { state: sites, alerts };
}

type LimitState = Pick<SiteState, 'isOverLimit' | 'limitToldAt'>;

function overLimit(
  before: LimitState | undefined,
  { inside, name: site }: SiteFacts,
  { settings: { occupancyLimitPeople: limit } }: AlertFacts,
  now: EpochMs,
): Verdict<LimitState> {
  if (limit === null) return { state: { isOverLimit: false, limitToldAt: null }, alerts: [] };
  const { isOverLimit, limitToldAt } = before ?? {
    isOverLimit: inside !== null && inside >= limit,
    limitToldAt: null,
  };
  const same = { state: { isOverLimit, limitToldAt }, alerts: [] };
  if (inside === null) return same;
  // Some way down before it may be reached anew: one person at the door must not ring twice a minute.
  const isWellBelow = inside <= limit - Math.max(1, Math.floor(limit / 10));
  if (inside < limit) return isWellBelow ? { ...same, state: { isOverLimit: false, limitToldAt } } : same;
  const isRepeatDue = limitToldAt !== null && elapsed(limitToldAt, now) >= LIMIT_REPEAT_MS;
  if (isOverLimit && !isRepeatDue) return same;
  return {
    state: { isOverLimit: true, limitToldAt: now },
    alerts: [{ kind: 'occupancyLimit', site, inside, limit }],
  };
}

type EnteredState = Pick<SiteState, 'enteredBase' | 'enteredDate' | 'enteredToldAt'>;

function enteredWhileClosed(
  before: EnteredState | undefined,
  site: SiteFacts,
  hours: HoursNow,
  facts: AlertFacts,
  now: EpochMs,
): Verdict<EnteredState> {
  const entered = site.enteredWhileClosed ?? 0;
  const base = !before ? entered : before.enteredDate === site.date ? before.enteredBase : 0;
  const toldAt = before?.enteredToldAt ?? null;
  const settled = (enteredBase: number, enteredToldAt = toldAt): EnteredState => ({
    enteredBase,
    enteredDate: site.date,
    enteredToldAt,
  });
  if (entered <= base || isStaffTime(site, hours, facts, now)) return { state: settled(entered), alerts: [] };
  if (toldAt !== null && elapsed(toldAt, now) < ENTERED_REPEAT_MS)
    return { state: settled(base), alerts: [] };
  return {
    state: settled(entered, now),
    alerts: [{ kind: 'enteredWhileClosed', site: site.name, people: entered - base }],
  };
}

/** Open, or so near to it that it is staff. A camera that reports by the hour speaks late of what was. */
function isStaffTime(site: SiteFacts, hours: HoursNow, facts: AlertFacts, now: EpochMs): boolean {
  const staffMs = facts.settings.staffMinutes * MINUTE_MS;
  const intervals = facts.cameras
    .filter(({ siteId }) => siteId === site.id)
    .map(({ uploadIntervalMinutes }) => uploadIntervalMinutes * MINUTE_MS);
  const lateMs = Math.max(MINUTE_MS, ...intervals);
  return (
    hours.isOpen ||
    (hours.lastClosing !== null && now - hours.lastClosing < staffMs + lateMs) ||
    (hours.nextOpening !== null && hours.nextOpening - now <= staffMs)
  );
}

type ClosingState = Pick<SiteState, 'settledClosing'>;

function insideAtClosing(
  before: ClosingState | undefined,
  site: SiteFacts,
  { lastClosing }: HoursNow,
  { settings }: AlertFacts,
  now: EpochMs,
): Verdict<ClosingState> {
  const settledClosing = before?.settledClosing ?? null;
  if (lastClosing === null || lastClosing === settledClosing) {
    return { state: { settledClosing }, alerts: [] };
  }
  const lateMs = now - lastClosing - Math.max(LEAST_CLOSING_GRACE_MS, settings.staffMinutes * MINUTE_MS);
  if (lateMs < 0) return { state: { settledClosing }, alerts: [] };
  const state = { settledClosing: lastClosing };
  const counted = site.inside ?? 0;
  const isDrift = counted <= Math.round((site.entered ?? 0) * DRIFT) && (site.seen ?? 0) === 0;
  if (!before || lateMs > CLOSING_NEWS_MS || isDrift) return { state, alerts: [] };
  const inside = Math.max(counted, site.seen ?? 0);
  return { state, alerts: [{ kind: 'insideAtClosing', site: site.name, inside }] };
}
