import Koa, { type Context, type Next } from 'koa';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Clock, Core, Log } from '../core/types';
import type { Certificate } from './camera/certificate';
import { CameraGuard } from './camera/guard';
import { cameraPages, nothingHere } from './camera/pages';
import { limitPipelining } from './camera/pipelining';
import { postReceiver } from './camera/receive-post';
import * as refusals from './camera/refusals';
import { answerClientErrors } from './client-errors';
import { isDisconnect } from './is-disconnect';
import type { Server } from './listener';
import { plainAddress } from './plain-address';

export interface CameraServerDeps {
  core: Pick<Core, 'receive' | 'noteRefusal'>;
  clock: Clock;
  log: Log;
  /** Told the address of each device that opened the page of the camera port. */
  onVisit?: (address: string) => void;
  /** One for all servers that cameras call. */
  guard?: CameraGuard;
  /** Makes it the encrypted port. */
  certificate?: Certificate;
}

/** Further ones are not looked at. */
const maxHeaders = 64;

const tlsOptions = { minVersion: 'TLSv1.2', handshakeTimeout: 10_000 } as const;

/**
 * The port the cameras post to. It speaks the protocol of V1.9 and nothing else: every POST gets
 * HTTP 200 and a JSON verdict, except 413 and 408 where the body could not be taken in.
 * The server is not listening yet.
 */
export function createCameraServer(deps: CameraServerDeps): Server {
  const { core, clock, log, guard = new CameraGuard(), onVisit = () => undefined } = deps;
  const { limits } = guard;
  const receive = postReceiver({ core, clock, guard });

  async function handle(ctx: Context, next: Next): Promise<void> {
    try {
      if (ctx.req.socket.destroyed) {
        ctx.respond = false;
      } else if (ctx.req.method === 'POST') {
        await receive(ctx);
      } else if (guard.arrival(plainAddress(ctx.req.socket.remoteAddress)) !== 0) {
        ctx.status = 429;
      } else if (ctx.method === 'GET' || ctx.method === 'HEAD') {
        await next();
      } else {
        ctx.status = 405;
        ctx.set('Allow', 'POST, GET, HEAD');
        ctx.body = refusals.failureReply(refusals.notPostMessage, clock.now());
      }
    } catch (error) {
      log.error('A request to the camera port could not be handled', error);
      ctx.status = 200;
      ctx.body = refusals.failureReply(refusals.laterMessage, clock.now());
    }
  }

  const app = new Koa();
  app.on('error', (error: unknown) => {
    if (!isDisconnect(error)) log.error('The camera port failed to answer', error);
  });
  app.use(handle).use(cameraPages(onVisit).routes()).use(nothingHere);
  const answer = app.callback();

  const options = {
    // Longer than the minute between two heartbeats, so that cameras may keep their connection.
    keepAliveTimeout: 75_000,
    headersTimeout: limits.headersTimeoutMs,
    // A backstop behind the time limit of `readBody`, which knows how to answer in the protocol.
    requestTimeout: limits.headersTimeoutMs + limits.bodyTimeoutMs + limits.drainMs + 10_000,
    connectionsCheckingInterval: Math.min(5_000, Math.ceil(limits.headersTimeoutMs / 3)),
    maxHeaderSize: 16 * 1024,
    // Simple devices leave the Host header out.
    requireHostHeader: false,
    keepAlive: true,
    noDelay: true,
  };
  // Koa answers every error itself: what its callback promises is of no use here.
  const onRequest = (request: IncomingMessage, response: ServerResponse) => void answer(request, response);
  const server = deps.certificate
    ? createHttpsServer({ ...options, ...deps.certificate, ...tlsOptions }, onRequest)
    : createHttpServer(options, onRequest);
  server.maxHeadersCount = maxHeaders;
  guard.watch(server);
  limitPipelining(server, limits.maxRequestsPerConnection);
  answerClientErrors(server, {
    answer: (reason) => refusals.clientErrorAnswer(reason, clock.now()),
    onTooSlow: ({ remoteAddress }) => {
      const refusal = { reason: 'too-slow', message: refusals.tooSlowMessage } as const;
      // The request never got as far as saying its path.
      core.noteRefusal({ ...refusal, path: '', remoteAddress: plainAddress(remoteAddress) });
    },
  });
  return server;
}
