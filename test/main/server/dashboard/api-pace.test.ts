import { expect, onTestFinished, test } from 'vitest';
import { createDashboardServer } from '../../../../src/main/server/dashboard-server';
import type { ApiPaceOptions } from '../../../../src/main/server/dashboard/api-pace';
import { memoryLog, serve } from '../support';
import { AnsweringCore, folderWith, guestKey, ownersOnly, withKey } from './support';

const other = { authorization: `Bearer ${guestKey}` };

/** A core whose answers are given when the test says so. */
class SlowCore extends AnsweringCore {
  readonly waiting: (() => void)[] = [];
  most = 0;

  override async invoke(...call: Parameters<AnsweringCore['invoke']>): ReturnType<AnsweringCore['invoke']> {
    const answer = super.invoke(...call);
    await new Promise<void>((done) => {
      this.waiting.push(done);
      this.most = Math.max(this.most, this.waiting.length);
    });
    return answer;
  }

  /** Answers whoever waits, oldest first. */
  async answerOne(): Promise<void> {
    await expect.poll(() => this.waiting.length, { interval: 1 }).toBeGreaterThan(0);
    this.waiting.shift()?.();
  }
}

async function start(pace: Partial<ApiPaceOptions>) {
  const core = new SlowCore();
  const { server, endStreams } = await createDashboardServer({
    ...{ core, pace, log: memoryLog(), ...ownersOnly },
    rendererFolder: await folderWith({ 'index.html': '<h1>Foyer</h1>' }),
  });
  const url = await serve(server);
  onTestFinished(endStreams);
  const ask = async (headers: Record<string, string>, path = '/api/v1/sites') => {
    const answer = await fetch(url + path, { headers });
    await answer.arrayBuffer();
    return answer.status;
  };
  return { core, ask };
}

test('a program that asks without end waits for itself, and for nobody else', async () => {
  const { core, ask } = await start({ atOnce: 4, ofOne: 3 });
  const flood = Array.from({ length: 30 }, () => ask(withKey));
  await expect.poll(() => core.waiting.length).toBe(3);
  const fair = ask(other);
  // Pages and files are not questions.
  expect(await ask(withKey, '/')).toBe(200);
  await expect.poll(() => core.waiting.length).toBe(4);
  core.waiting.pop()?.();
  expect(await fair).toBe(200);
  for (let i = 0; i < 30; i++) await core.answerOne();
  expect(await Promise.all(flood)).toEqual(Array.from({ length: 30 }, () => 200));
  expect(core.most).toBe(4);
});

test('who waits too long, or asks too often, is told to come later', async () => {
  const { core, ask } = await start({ atOnce: 1, ofOne: 1, maxWaitMs: 20, burst: 3, perSecond: 0.001 });
  const first = ask(withKey);
  await expect.poll(() => core.waiting.length).toBe(1);
  expect(await ask(withKey)).toBe(429);
  await core.answerOne();
  expect(await first).toBe(200);
  const third = ask(withKey);
  await core.answerOne();
  expect(await third).toBe(200);
  expect(await ask(withKey)).toBe(429);
  const another = ask(other);
  await core.answerOne();
  expect(await another).toBe(200);
});
