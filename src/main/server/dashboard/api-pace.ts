import type { Next } from 'koa';
import { FairPlaces } from '../camera/fair-places';
import { Place } from '../camera/place';
import { apiPrefix, metricsPath, sendError, type DashboardContext } from './context';
import { RateLimit } from './rate-limit';

export interface ApiPaceOptions {
  /** Questions that are being answered at the same time, of all callers and of one. */
  atOnce: number;
  ofOne: number;
  /** Longest wait for a place. */
  maxWaitMs: number;
  /** Requests that a caller may make at once, and then a second. */
  burst: number;
  perSecond: number;
}

/** A page has six connections at most, and asks some ten times a second. */
const defaults: ApiPaceOptions = { atOnce: 16, ofOne: 6, maxWaitMs: 20_000, burst: 3000, perSecond: 150 };

/** Files and streams take their time by nature, and have limits of their own. */
const takesItsTime = /^\/(?:events|export|everything|persons|archive)(?:[./]|$)/;

/**
 * Every question is answered by the thread that counts. A program that asks without end, on this computer too, must
 * not be in the way of cameras or of other callers: it waits for itself.
 */
export function apiPace(options: Partial<ApiPaceOptions> = {}) {
  const { atOnce, ofOne, maxWaitMs, burst, perSecond } = { ...defaults, ...options };
  const places = new FairPlaces(atOnce, () => ofOne);
  const rate = new RateLimit({ burst, perSecond });

  return async function pace(ctx: DashboardContext, next: Next): Promise<void> {
    const isApi = ctx.path === metricsPath || ctx.path.startsWith(`${apiPrefix}/`);
    if (!isApi || takesItsTime.test(ctx.path.slice(apiPrefix.length))) return next();
    const waitMs = rate.take(ctx.state.caller);
    if (waitMs > 0) {
      askToWait(ctx, waitMs);
      return;
    }
    const place = new Place(places, ctx.state.caller, maxWaitMs);
    try {
      const taken = place.take();
      if (taken === true || (await taken)) await next();
      else askToWait(ctx, maxWaitMs);
    } finally {
      place.release();
    }
  };
}

function askToWait(ctx: DashboardContext, waitMs: number): void {
  ctx.set('Retry-After', String(Math.ceil(waitMs / 1000)));
  sendError(ctx, { code: 'too-many-requests', message: 'Too many questions at once. Please wait a little.' });
}
