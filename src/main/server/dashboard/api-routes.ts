import Router, { type RouterContext } from '@koa/router';
import type { Core } from '../../core/types';
import {
  apiPrefix,
  sendError,
  sendJson,
  sendOutcome,
  type DashboardContext,
  type DashboardState,
} from './context';
import type { EventHub } from './event-hub';
import { sendEverything, takeEverything } from './everything';
import { fetchFile, offerFile, sendFile } from './export-routes';
import { ExportShelf } from './export-shelf';
import { historyQuery, rangeFromQuery } from './range-query';
import { openApi } from './openapi';
import { callMethod } from './rpc';

/** API v1. Apart from streams, every route is a method of the contract under an address of its own. */
export function apiRoutes(
  core: Pick<Core, 'invoke' | 'openExport' | 'exportEverything' | 'importEverything'>,
  events: EventHub,
): Router<DashboardState> {
  const router = new Router<DashboardState>({ prefix: apiPrefix, sensitive: true });
  const shelf = new ExportShelf();

  const read = (method: string) => async (ctx: RouterContext<DashboardState>) => {
    sendOutcome(ctx, await core.invoke(method, {}, ctx.state.role));
  };
  router.get('/cameras', read('cameras.list'));
  router.get('/sites', read('sites.list'));
  router.get('/health', read('system.health'));

  router.get('/history', async (ctx) => {
    const query = rangeFromQuery(ctx.querystring, historyQuery);
    if (query.ok) sendOutcome(ctx, await core.invoke('history.query', query.result, ctx.state.role));
    else sendError(ctx, query.error);
  });

  router.get('/export.csv', (ctx) => sendFile(ctx, core, 'csv'));
  router.get('/export.xlsx', (ctx) => sendFile(ctx, core, 'xlsx'));
  router.get('/persons.csv', (ctx) => sendFile(ctx, core, 'persons'));
  router.get('/archive.ndjson', (ctx) => sendFile(ctx, core, 'archive'));
  router.post('/export', (ctx) => offerFile(ctx, core, shelf));
  router.get('/export/:id', (ctx) => fetchFile(ctx, shelf, ctx.params['id'] ?? ''));

  router.get('/everything', (ctx) => sendEverything(ctx, core));
  router.post('/everything', (ctx) => takeEverything(ctx, core));

  router.get('/events', (ctx) => {
    const { role, caller: id } = ctx.state;
    if (events.isFullFor(id)) {
      sendError(ctx, { code: 'unavailable', message: 'Too many pages are open at once.' });
      return;
    }
    ctx.respond = false;
    if (ctx.method === 'HEAD') ctx.res.writeHead(200, { 'Content-Type': 'text/event-stream' }).end();
    else events.add(ctx.res, { role, id });
  });

  router.get('/openapi.json', (ctx) => {
    sendJson(ctx, 200, openApi(__FOYER_VERSION__));
  });

  router.post('/rpc/:method', (ctx) => callMethod(ctx, core, ctx.params['method'] ?? ''));

  return router;
}

/** Whatever of `/api` no route has taken. */
export function unknownApi(ctx: DashboardContext): void {
  sendError(ctx, { code: 'not-found', message: `There is no ${ctx.method} ${ctx.path} here.` });
}
