import Koa from 'koa';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Core, Log } from '../core/types';
import { answerClientErrors } from './client-errors';
import { limitConnections } from './connection-limit';
import { apiPace, type ApiPaceOptions } from './dashboard/api-pace';
import { apiRoutes, unknownApi } from './dashboard/api-routes';
import {
  isApiPath,
  metricsPath,
  sendError,
  type DashboardContext,
  type DashboardState,
} from './dashboard/context';
import type { Door } from './dashboard/door';
import { EventHub, type EventHubOptions } from './dashboard/event-hub';
import { gate, type GateOptions } from './dashboard/gate';
import { isForGuests } from './dashboard/guest-routes';
import { sendMetrics } from './dashboard/metrics';
import { networkHeaders, securityHeaders } from './dashboard/security-headers';
import { staticFiles } from './dashboard/static-files';
import { isDisconnect } from './is-disconnect';

export interface DashboardServerDeps {
  core: Parameters<typeof apiRoutes>[0] & Pick<Core, 'subscribe'>;
  log: Log;
  door: Door;
  /** The values of `Host` that mean this listener, once it listens on that port. */
  hosts: (port: number) => ReadonlySet<string>;
  /** The built pages. */
  rendererFolder: string;
  events?: EventHubOptions;
  gate?: Pick<GateOptions, 'lockout' | 'rateLimit'>;
  pace?: Partial<ApiPaceOptions>;
}

export interface DashboardServer {
  /** Not listening yet. */
  server: Server;
  /** Ends the event streams of a caller who may look no more. */
  dismiss(callerId: string): void;
  /** Ends all event streams, which would keep the server from closing. */
  endStreams(): void;
}

/** In the network one device must not take the places of the others; on this computer all have one address. */
const connectionLimits = {
  owner: { total: 256, perAddress: 256 },
  network: { total: 128, perAddress: 24 },
};

/** Serves the pages and API v1: all of it to the owner on this computer, or what guests see to the network. */
export async function createDashboardServer(deps: DashboardServerDeps): Promise<DashboardServer> {
  const { core, log, door, hosts, rendererFolder } = deps;
  const isNetwork = door.kind === 'network';
  const port = () => (server.address() as AddressInfo).port;
  const events = new EventHub((listener) => core.subscribe(listener), deps.events);
  const pages = await staticFiles(rendererFolder);
  const app = new Koa<DashboardState>();
  app.on('error', (error: unknown) => {
    if (!isDisconnect(error)) log.error('The dashboard port failed to answer', error);
  });

  app.use(async (ctx, next) => {
    ctx.set(isNetwork ? networkHeaders : securityHeaders);
    try {
      await next();
    } catch (error) {
      if (isDisconnect(error)) return;
      log.error(`${ctx.method} ${ctx.path} failed`, error);
      if (ctx.headerSent) ctx.res.destroy();
      else sendError(ctx, { code: 'internal', message: 'Something went wrong inside Foyer.' });
    }
  });
  app.use(gate({ ...deps.gate, door, hosts: () => hosts(port()), port }));
  app.use((ctx: DashboardContext, next) => {
    if (ctx.state.role !== 'guest' || isForGuests(ctx)) return next();
    if (!isApiPath(ctx.path)) return pages(ctx, () => Promise.resolve());
    return sendError(ctx, { code: 'forbidden', message: 'This is not shown on phones and screens.' });
  });
  app.use(apiPace(deps.pace));
  app.use((ctx: DashboardContext, next) => {
    const isReading = ctx.method === 'GET' || ctx.method === 'HEAD';
    return ctx.path === metricsPath && isReading ? sendMetrics(ctx, core) : next();
  });
  const api = apiRoutes(core, events);
  app.use(api.routes());
  app.use((ctx: DashboardContext, next) => (isApiPath(ctx.path) ? unknownApi(ctx) : next()));
  app.use(pages);

  const server = createServer(
    {
      headersTimeout: isNetwork ? 10_000 : 30_000,
      requestTimeout: isNetwork ? 20_000 : 90_000,
      connectionsCheckingInterval: isNetwork ? 2_000 : 10_000,
      maxHeaderSize: 16 * 1024,
      keepAlive: true,
      noDelay: true,
    },
    app.callback(),
  );
  limitConnections(server, connectionLimits[door.kind]);
  answerClientErrors(server, {
    answer: () => ({
      status: '400 Bad Request',
      json: { error: { code: 'invalid', message: 'This is not a readable HTTP request.' } },
    }),
  });
  return {
    server,
    dismiss: (callerId) => {
      events.dismiss(callerId);
    },
    endStreams: () => {
      events.close();
    },
  };
}
