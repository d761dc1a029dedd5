import type { Next } from 'koa';
import type { Role } from '#shared/contract';
import { plainPage, plainPagePolicy } from '../html';
import { isForeignRequest, isOwnHost, ownHosts } from './access';
import { isApiPath, sendError, type DashboardContext } from './context';
import { Sessions, type KeyRing } from './keys';

export interface GateOptions {
  keys: KeyRing;
  boundHost: string;
  /** Port of the listener, known only once it listens. */
  port: () => number;
}

/**
 * Lets nobody pass who does not call this listener by its own name, from its own pages or from
 * outside a browser, and with a key: as `Authorization: Bearer`, or once as `/?key=…`, which
 * becomes a session cookie so that the key disappears from the address.
 */
export function gate({ keys, boundHost, port }: GateOptions) {
  const sessions = new Sessions();

  return async function pass(ctx: DashboardContext, next: Next): Promise<void> {
    const { host, origin, 'sec-fetch-site': fetchSite } = ctx.req.headers;
    if (host === undefined || !isOwnHost(host, ownHosts(boundHost, port()))) {
      turnAway(ctx, 'This is not the address Foyer listens on.');
      return;
    }
    const isApi = isApiPath(ctx.path);
    const source = { method: ctx.method, isApi, host, origin, fetchSite: text(fetchSite) };
    if (isForeignRequest(source)) {
      turnAway(ctx, 'This request comes from another web page.');
      return;
    }
    // Cookies know hosts, not ports: two Foyers on one PC must not log each other out.
    const cookie = `foyer-${String(port())}`;
    const key = ctx.path === '/' && !isApi ? new URLSearchParams(ctx.querystring).get('key') : null;
    const newRole = key === null ? null : keys.roleOf(key);
    if (newRole !== null) {
      const settings = { httpOnly: true, sameSite: 'strict', path: '/', overwrite: true } as const;
      ctx.cookies.set(cookie, sessions.open(newRole), settings);
      ctx.redirect('/');
      return;
    }
    const role = key === null ? roleOf(ctx, keys, sessions, cookie) : null;
    if (role === null) {
      askForKey(ctx, isApi);
      return;
    }
    ctx.state.role = role;
    await next();
  };
}

function roleOf(ctx: DashboardContext, keys: KeyRing, sessions: Sessions, cookie: string): Role | null {
  const { authorization } = ctx.req.headers;
  if (authorization !== undefined) {
    const [scheme, key = ''] = authorization.split(' ');
    return scheme?.toLowerCase() === 'bearer' ? keys.roleOf(key) : null;
  }
  const token = ctx.cookies.get(cookie);
  return token === undefined ? null : sessions.roleOf(token);
}

function turnAway(ctx: DashboardContext, message: string): void {
  sendError(ctx, { code: 'forbidden', message });
}

function askForKey(ctx: DashboardContext, isApi: boolean): void {
  if (isApi) {
    sendError(ctx, { code: 'unauthorized', message: 'Send the key as "Authorization: Bearer …".' });
    ctx.set('WWW-Authenticate', 'Bearer');
    return;
  }
  ctx.status = 401;
  ctx.type = 'html';
  ctx.set('Content-Security-Policy', plainPagePolicy);
  ctx.body = plainPage(
    'Open Foyer with its link',
    '<p>Foyer prints a link with a key in it when it starts. Open that link; a link from an earlier start no longer works.</p>',
  );
}

function text(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}
