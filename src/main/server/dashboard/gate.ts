import type { Next } from 'koa';
import { plainAddress } from '../plain-address';
import { isForeignRequest, isOwnHost } from './access';
import { isApiPath, sendError, type DashboardContext } from './context';
import type { Door } from './door';
import { sendDoorPage } from './door-page';
import { entrance, showsKey } from './entrance';
import { Lockout } from './lockout';
import { RateLimit } from './rate-limit';

export interface GateOptions {
  door: Door;
  /** The values of `Host` that mean this listener. */
  hosts: () => ReadonlySet<string>;
  /** Port of the listener, known only once it listens. */
  port: () => number;
  lockout?: Lockout;
  rateLimit?: RateLimit;
}

/** A page with a live chart asks some ten times a second at most, and for some fifty files at first. */
const networkRate = { burst: 300, perSecond: 30 };

/** Browsers fetch these without cookies, to put a page on the home screen. They say nothing of the shop. */
const publicFiles = /^\/(manifest\.webmanifest|icon\.svg|icons\/[\w-]+\.png)$/;

/**
 * Lets nobody pass who does not call this listener by its own name, from its own pages or from
 * outside a browser, and with a key: as `Authorization: Bearer`, or as `/?key=…`, which becomes a
 * session cookie so that the key disappears from the address.
 */
export function gate({ door, hosts, port, lockout = new Lockout(), ...options }: GateOptions) {
  const isNetwork = door.kind === 'network';
  // Whoever runs programs on this computer can keep it busy without us.
  const rateLimit = options.rateLimit ?? (isNetwork ? new RateLimit(networkRate) : null);
  const decide = entrance(door, port);

  return async function pass(ctx: DashboardContext, next: Next): Promise<void> {
    const { host, origin, 'sec-fetch-site': fetchSite, 'user-agent': userAgent } = ctx.req.headers;
    // Said twice, what stands between a browser and Foyer may have read the other one.
    const isSaidOnce = ctx.req.headersDistinct['host']?.length === 1;
    if (host === undefined || !isSaidOnce || !isOwnHost(host, hosts())) {
      sendError(ctx, { code: 'forbidden', message: 'This is not the address Foyer listens on.' });
      return;
    }
    const isApi = isApiPath(ctx.path);
    if (isForeignRequest({ method: ctx.method, isApi, host, origin, fetchSite: text(fetchSite) })) {
      sendError(ctx, { code: 'forbidden', message: 'This request comes from another web page.' });
      return;
    }
    const address = plainAddress(ctx.req.socket.remoteAddress);
    const lockedMs = lockout.lockedForMs(address);
    const isUnheard = isNetwork && lockedMs > 0 && showsKey(ctx);
    const waitMs = isUnheard ? lockedMs : (rateLimit?.take(address) ?? 0);
    if (waitMs > 0) {
      askToWait(ctx, waitMs);
      return;
    }
    if ((ctx.method === 'GET' || ctx.method === 'HEAD') && publicFiles.test(ctx.path)) {
      Object.assign(ctx.state, { role: 'guest', caller: 'public' });
      await next();
      return;
    }
    const decision = await decide(ctx, { address, userAgent });
    if (decision.kind === 'in') {
      Object.assign(ctx.state, { role: decision.caller.role, caller: decision.caller.id });
      await next();
      return;
    }
    if (decision.kind === 'answered') return;
    if (decision.wrongKey !== null) lockout.failed(address, decision.wrongKey);
    if (decision.wrongKey !== null && lockedMs > 0) askToWait(ctx, lockedMs);
    else if (isApi) askForKey(ctx);
    else sendDoorPage(ctx, door.kind, decision.trouble);
  };
}

function askToWait(ctx: DashboardContext, waitMs: number): void {
  ctx.set('Retry-After', String(Math.ceil(waitMs / 1000)));
  sendError(ctx, { code: 'too-many-requests', message: 'Too many attempts. Please wait a little.' });
}

function askForKey(ctx: DashboardContext): void {
  sendError(ctx, { code: 'unauthorized', message: 'Send the key as "Authorization: Bearer …".' });
  ctx.set('WWW-Authenticate', 'Bearer');
}

function text(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}
