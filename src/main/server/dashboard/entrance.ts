import { sendError, type DashboardContext } from './context';
import type { Caller, Door, Visitor } from './door';
import { codePath, readCode } from './door-code';
import { sendWelcome, type DoorTrouble } from './door-page';
import { isLookingAhead } from './looking-ahead';

export type Decision =
  | { kind: 'in'; caller: Caller }
  /** The cookie is set, or the refusal sent. */
  | { kind: 'answered' }
  | { kind: 'out'; wrongKey: string | null; trouble: DoorTrouble };

/** Whether a request shows anything that could be a key. */
export function showsKey(ctx: DashboardContext): boolean {
  const { authorization, cookie } = ctx.req.headers;
  return (
    authorization !== undefined || cookie !== undefined || ctx.querystring !== '' || ctx.path === codePath
  );
}

/**
 * Decides by what a request shows: a link's key, a code, `Authorization: Bearer`, or the session cookie
 * that link and code were exchanged for.
 *
 * @param port of the listener. Cookies know hosts, not ports: two Foyers on one PC must not log each other out.
 */
export function entrance(door: Door, port: () => number) {
  const isNetwork = door.kind === 'network';
  const cookieName = () => `foyer-${String(port())}`;
  const out = (wrongKey: string | null, trouble: DoorTrouble): Decision => ({
    kind: 'out',
    wrongKey,
    trouble,
  });

  function setCookie(ctx: DashboardContext, token: string): void {
    const { sessionMaxAgeMs: maxAge } = door;
    const settings = { httpOnly: true, sameSite: 'strict', path: '/', overwrite: true } as const;
    ctx.cookies.set(cookieName(), token, maxAge === undefined ? settings : { ...settings, maxAge });
  }

  function letIn(ctx: DashboardContext, token: string): Decision {
    setCookie(ctx, token);
    // Behind a link in somebody's mail, browsers would not send a strict cookie along with a redirect.
    if (isNetwork) sendWelcome(ctx);
    else ctx.redirect('/');
    return { kind: 'answered' };
  }

  function byLink(ctx: DashboardContext, visitor: Visitor, key: string): Decision {
    const isVisit = !isNetwork || !isLookingAhead(ctx.method, ctx.req.headers);
    const opened = isVisit ? door.openByLink(key, visitor) : null;
    if (opened !== null) return letIn(ctx, opened);
    const token = ctx.cookies.get(cookieName());
    if (isNetwork && token !== undefined && door.bySession(token, visitor)) {
      // The same link again, in the browser that has spent it.
      ctx.redirect('/');
      return { kind: 'answered' };
    }
    return out(isVisit ? key : null, 'spent-link');
  }

  async function byCode(ctx: DashboardContext, visitor: Visitor): Promise<Decision> {
    const code = await readCode(ctx.req);
    const opened = code === null ? null : door.openByCode(code, visitor);
    return opened === null ? out(code, 'wrong-code') : letIn(ctx, opened);
  }

  function byBearer(ctx: DashboardContext, authorization: string): Decision {
    const [scheme, key = ''] = authorization.split(' ');
    const caller = scheme?.toLowerCase() === 'bearer' ? door.byBearer(key) : null;
    if (caller === null) return out(authorization, null);
    if (caller !== 'too-much') return { kind: 'in', caller };
    const message = 'This key manages Foyer. Use it on the computer that Foyer runs on.';
    sendError(ctx, { code: 'forbidden', message });
    return { kind: 'answered' };
  }

  function bySession(ctx: DashboardContext, visitor: Visitor): Decision {
    const token = ctx.cookies.get(cookieName());
    if (token === undefined) return out(null, null);
    const caller = door.bySession(token, visitor);
    if (!caller) return out(token, 'session-over');
    if (door.sessionMaxAgeMs !== undefined && ctx.path === '/') setCookie(ctx, token);
    return { kind: 'in', caller };
  }

  return async function decide(ctx: DashboardContext, visitor: Visitor): Promise<Decision> {
    if (isNetwork && ctx.method === 'POST' && ctx.path === codePath) return byCode(ctx, visitor);
    const key = ctx.path === '/' ? new URLSearchParams(ctx.querystring).get('key') : null;
    if (key !== null) return byLink(ctx, visitor, key);
    const { authorization } = ctx.req.headers;
    return authorization === undefined ? bySession(ctx, visitor) : byBearer(ctx, authorization);
  };
}
