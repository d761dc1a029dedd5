import Koa, { type Context, type Next } from 'koa';
import { createServer, type Server } from 'node:http';
import type { Clock, Core, Log } from '../core/types';
import { answerAndDrain } from './answer-and-drain';
import { recognizeEndpoint } from './camera/endpoint';
import { cameraPages, nothingHere } from './camera/pages';
import * as refusals from './camera/refusals';
import { answerClientErrors } from './client-errors';
import { isDisconnect } from './is-disconnect';
import { plainAddress } from './plain-address';
import { readBody } from './read-body';

export interface CameraLimits {
  /** Largest body, before and after decompression. A 90-day history fits in the default. */
  maxBodyBytes: number;
  headersTimeoutMs: number;
  /** From the end of the headers to the end of the body. */
  bodyTimeoutMs: number;
  /** How long a refused body is read on and thrown away, so that the sender gets to see the answer. */
  drainMs: number;
  maxConnections: number;
}

export const defaultCameraLimits: CameraLimits = {
  maxBodyBytes: 16 * 1024 * 1024,
  headersTimeoutMs: 30_000,
  bodyTimeoutMs: 30_000,
  drainMs: 10_000,
  maxConnections: 512,
};

export interface CameraServerDeps {
  core: Pick<Core, 'receive' | 'noteRefusal'>;
  clock: Clock;
  log: Log;
  /** Told the address of each device that opened the page of the camera port. */
  onVisit?: (address: string) => void;
  limits?: Partial<CameraLimits>;
}

/** Of a path that somebody made up, enough to recognise it by. */
const maxPathLength = 300;

/**
 * The port the cameras post to. It speaks the protocol of V1.9 and nothing else: every POST gets
 * HTTP 200 and a JSON verdict, except 413 and 408 where the body could not be taken in.
 * The server is not listening yet.
 */
export function createCameraServer(deps: CameraServerDeps): Server {
  const { core, clock, log, limits: given, onVisit = () => undefined } = deps;
  const limits = { ...defaultCameraLimits, ...given };

  async function receive(ctx: Context): Promise<void> {
    const path = ctx.originalUrl.slice(0, maxPathLength);
    const remoteAddress = plainAddress(ctx.req.socket.remoteAddress);
    const localAddress = plainAddress(ctx.req.socket.localAddress);
    const { maxBodyBytes: maxBytes, bodyTimeoutMs: timeoutMs } = limits;
    const body = await readBody(ctx.req, { maxBytes, timeoutMs });
    if (body.kind === 'body') {
      const endpoint = recognizeEndpoint(ctx.originalUrl);
      const reply = await core.receive({ endpoint, path, remoteAddress, localAddress, body: body.bytes });
      ctx.type = 'json';
      ctx.body = JSON.stringify(reply);
      return;
    }
    ctx.respond = false;
    if (body.kind === 'gone') {
      ctx.res.destroy();
      return;
    }
    const tooSlow = body.kind === 'too-slow';
    const message = tooSlow ? refusals.tooSlowMessage : refusals.tooLargeMessage(maxBytes);
    core.noteRefusal({ reason: body.kind, message, path, remoteAddress });
    const answer = { status: tooSlow ? 408 : 413, json: refusals.failureReply(message, clock.now()) };
    await answerAndDrain(ctx.res, answer, limits.drainMs);
  }

  async function handle(ctx: Context, next: Next): Promise<void> {
    try {
      if (ctx.method === 'POST') {
        await receive(ctx);
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

  const server = createServer(
    {
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
    },
    app.callback(),
  );
  server.maxConnections = limits.maxConnections;
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
