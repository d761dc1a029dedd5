import Koa from 'koa';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Core, Log } from '../core/types';
import { answerClientErrors } from './client-errors';
import { apiRoutes, unknownApi } from './dashboard/api-routes';
import { isApiPath, sendError, type DashboardContext, type DashboardState } from './dashboard/context';
import { EventHub, type EventHubOptions } from './dashboard/event-hub';
import { gate } from './dashboard/gate';
import type { KeyRing } from './dashboard/keys';
import { securityHeaders } from './dashboard/security-headers';
import { staticFiles } from './dashboard/static-files';
import { isDisconnect } from './is-disconnect';

export interface DashboardServerDeps {
  core: Pick<Core, 'invoke' | 'openExport' | 'exportEverything' | 'importEverything' | 'subscribe'>;
  log: Log;
  keys: KeyRing;
  /** The address it will listen on. */
  host: string;
  /** The built pages. */
  rendererFolder: string;
  events?: EventHubOptions;
}

export interface DashboardServer {
  /** Not listening yet. */
  server: Server;
  /** Ends the event streams, which would keep the server from closing. */
  endStreams(): void;
}

/** The port for people and programs on this PC: the pages, and API v1. */
export async function createDashboardServer(deps: DashboardServerDeps): Promise<DashboardServer> {
  const { core, log, keys, host, rendererFolder } = deps;
  const events = new EventHub((listener) => core.subscribe(listener), deps.events);
  const app = new Koa<DashboardState>();
  app.on('error', (error: unknown) => {
    if (!isDisconnect(error)) log.error('The dashboard port failed to answer', error);
  });

  app.use(async (ctx, next) => {
    ctx.set(securityHeaders);
    try {
      await next();
    } catch (error) {
      if (isDisconnect(error)) return;
      log.error(`${ctx.method} ${ctx.path} failed`, error);
      if (ctx.headerSent) ctx.res.destroy();
      else sendError(ctx, { code: 'internal', message: 'Something went wrong inside Foyer.' });
    }
  });
  app.use(gate({ keys, boundHost: host, port: () => (server.address() as AddressInfo).port }));
  const api = apiRoutes(core, events);
  app.use(api.routes());
  app.use((ctx: DashboardContext, next) => (isApiPath(ctx.path) ? unknownApi(ctx) : next()));
  app.use(await staticFiles(rendererFolder));

  const server = createServer(
    {
      headersTimeout: 30_000,
      requestTimeout: 90_000,
      maxHeaderSize: 16 * 1024,
      keepAlive: true,
      noDelay: true,
    },
    app.callback(),
  );
  server.maxConnections = 256;
  answerClientErrors(server, {
    answer: () => ({
      status: '400 Bad Request',
      json: { error: { code: 'invalid', message: 'This is not a readable HTTP request.' } },
    }),
  });
  return {
    server,
    endStreams: () => {
      events.close();
    },
  };
}
