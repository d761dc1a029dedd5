import { expect } from 'vitest';
import type { CameraReply } from '../../src/main/core/types';
import type { TestCore } from '../support/core';
import type { FuzzedPost } from './bodies';
import { checkDecode } from './check-decode';

/** V1.9 §2.1 and §2.2, as far as every reply has it. */
export function checkReply(reply: CameraReply, post: FuzzedPost): void {
  const { code, msg, data, ...rest } = reply;
  expect(rest).toEqual({});
  expect([0, 1, 2]).toContain(code);
  expect(msg).not.toBe('');
  expect(typeof data.sn).toBe('string');
  expect(Number.isInteger(data.time)).toBe(true);
  const settings = Object.keys(data).filter((name) => name !== 'sn' && name !== 'time');
  const isHeartbeat = post.endpoint === 'heartbeat' && code === 0;
  expect(settings.filter((name) => !name.startsWith('data') || name === 'dataMode').sort()).toEqual(
    isHeartbeat ? ['dataMode', 'timezone', 'uploadInterval'] : [],
  );
}

/** All figures there are, and all that is known of the cameras. */
async function figuresOf(core: TestCore): Promise<string> {
  const tomorrow = new Date(core.clock.now() + 86_400_000).toISOString().slice(0, 10);
  return JSON.stringify([
    await core.call('cameras.list', {}),
    await core.call('quality.list', { limit: 1 }),
    await core.call('history.query', { from: '2026-03-10', to: tomorrow, by: 'day' }),
  ]);
}

/**
 * Posts bodies all at once, so that good and bad ones share a transaction; then the bad ones alone, which
 * must leave every figure as it was. A minute passes before: what of one instant is bounded, such as the marks
 * of values set aside, would soon be used up, and later bodies would find little left to change.
 * @returns how many were accepted
 */
export async function checkPosts(core: TestCore, posts: readonly FuzzedPost[]): Promise<number> {
  core.clock.advance(60_000);
  const refused = posts.filter((post) => !checkDecode(post).ok);
  await postAll(core, posts, refused);
  const before = await figuresOf(core);
  await postAll(core, refused, refused);
  expect(await figuresOf(core)).toBe(before);
  return posts.length - refused.length;
}

async function postAll(
  core: TestCore,
  posts: readonly FuzzedPost[],
  refused: readonly FuzzedPost[],
): Promise<void> {
  const replies = await Promise.all(posts.map(({ body, endpoint }) => core.post(body, endpoint)));
  for (const [i, post] of posts.entries()) {
    const reply = replies[i];
    if (!reply) throw new Error('No reply');
    checkReply(reply, post);
    expect(reply.code === 0).toBe(!refused.includes(post));
  }
}
