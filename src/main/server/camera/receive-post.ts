import type { Context } from 'koa';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock, Core } from '../../core/types';
import { answerAndDrain } from '../answer-and-drain';
import { writeJsonHead } from '../json-head';
import { plainAddress } from '../plain-address';
import { readBody } from '../read-body';
import { recognizeEndpoint } from './endpoint';
import type { CameraGuard } from './guard';
import { Place } from './place';
import * as refusals from './refusals';

/** Of a path that somebody made up, enough to recognise it by. */
const maxPathLength = 300;

export interface PostDeps {
  core: Pick<Core, 'receive' | 'noteRefusal'>;
  clock: Clock;
  guard: CameraGuard;
}

/** The verdict on a message, always under HTTP 200. By way of `ctx.body` it would take a tenth of the time of a request. */
function answer(ctx: Context, json: string): void {
  ctx.respond = false;
  writeJsonHead(ctx.res, 200, json).end(json);
}

/** Answers each POST: takes it in as far as its sender may send at the moment, and hands it to the core. */
export function postReceiver({ core, clock, guard }: PostDeps): (ctx: Context) => Promise<void> {
  const { limits } = guard;

  async function turnAway(ctx: Context, reason: refusals.ListenerRefusal, address: string): Promise<void> {
    ctx.respond = false;
    const message = refusals.messageOf(reason, limits.maxBodyBytes);
    // Whoever is turned away for sending too much must not fill the owner's list as well.
    if (reason === 'too-large' || reason === 'too-slow' || guard.isNews(address)) {
      const path = ctx.originalUrl.slice(0, maxPathLength);
      core.noteRefusal({ reason, message, path, remoteAddress: address });
    }
    const answer = { status: refusals.statusOf(reason), json: refusals.failureReply(message, clock.now()) };
    await answerAndDrain(ctx.res, answer, limits.drainMs);
  }

  return async function receivePost(ctx) {
    const { socket } = ctx.req;
    const address = plainAddress(socket.remoteAddress);
    if (!guard.allowList.has(address)) return turnAway(ctx, 'address-not-allowed', address);
    const waitMs = guard.arrival(address);
    if (waitMs === null) return turnAway(ctx, 'too-many-messages', address);
    // Held back unread: a camera sends its next message when this one is answered.
    if (waitMs > 0) await delay(waitMs);
    const large = new Place(guard.largeBodies, address, limits.maxWaitMs);
    const inHand = new Place(guard.inHand, address, limits.maxWaitMs);
    try {
      const body = await readBody(ctx.req, {
        maxBytes: limits.maxBodyBytes,
        timeoutMs: limits.bodyTimeoutMs,
        smallBytes: limits.smallBodyBytes,
        place: () => large.take(),
      });
      if (body.kind === 'gone') {
        ctx.respond = false;
        ctx.res.destroy();
        return;
      }
      if (body.kind === 'no-place') return await turnAway(ctx, 'too-many-messages', address);
      // What does not fit was read, and perhaps unpacked, all the same.
      if (body.kind === 'too-large') guard.weigh(address, limits.maxBodyBytes);
      if (body.kind !== 'body') return await turnAway(ctx, body.kind, address);
      guard.weigh(address, body.bytes.byteLength);
      guard.connections.busy(address, socket);
      const isGiven = inHand.take();
      if (isGiven !== true && !(await isGiven)) return await turnAway(ctx, 'too-many-messages', address);
      const reply = await core.receive({
        endpoint: recognizeEndpoint(ctx.originalUrl),
        path: ctx.originalUrl.slice(0, maxPathLength),
        remoteAddress: address,
        localAddress: plainAddress(socket.localAddress),
        body: body.bytes,
      });
      answer(ctx, JSON.stringify(reply));
    } finally {
      inHand.release();
      large.release();
      guard.connections.quiet(address, socket);
    }
  };
}
