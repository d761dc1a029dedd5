import fc from 'fast-check';
import { Agent, request } from 'node:http';
import { expect } from 'vitest';
import type { CameraReply } from '../../src/main/core/types';
import { createCameraServer } from '../../src/main/server/camera-server';
import { listen, localUrl } from '../../src/main/server/listener';
import { silentLog, TestCore } from '../support/core';
import { fuzzedPost, type FuzzedPost } from './bodies';
import { checkReply } from './check-core';
import { checkDecode } from './check-decode';

const CONNECTIONS = 20;

const pathOf = {
  heartbeat: '/api/camera/heartBeat',
  upload: '/api/camera/dataUpload',
  opaque: '/api/camera/reid',
  unknown: '/api/camera/other',
} as const;

interface HttpAnswer {
  status: number | undefined;
  text: string;
}

function send(url: string, agent: Agent, { endpoint, body }: FuzzedPost): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-length': body.length };
    const outgoing = request(url + pathOf[endpoint], { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, text }));
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Broken bodies over the wire, many connections at a time: every one gets HTTP 200 and a verdict. */
export async function fuzzLivePort(count: number, seed: number): Promise<void> {
  const core = await TestCore.open();
  const server = createCameraServer({ core: core.core, clock: core.clock, log: silentLog });
  let connections = 0;
  server.on('connection', () => connections++);
  const outcome = await listen(server, '127.0.0.1', 0);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  const url = localUrl('127.0.0.1', outcome.listener.port);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    const several = fc.array(fuzzedPost, { minLength: 100, maxLength: 100 });
    const run = fc.asyncProperty(several, async (posts) => {
      const answers = await Promise.all(posts.map((post) => send(url, agent, post)));
      for (const [i, post] of posts.entries()) {
        const answer = answers[i];
        if (answer?.status !== 200) throw new Error(`HTTP ${String(answer?.status)}`);
        const reply = JSON.parse(answer.text) as CameraReply;
        checkReply(reply, post);
        // Past 200 made-up serials the core takes no more of them.
        expect(reply.code === 2).toBe(!checkDecode(post).ok);
      }
    });
    await fc.assert(run, { numRuns: Math.ceil(count / 100), seed });
    // No body, however broken, costs a camera its connection.
    expect(connections).toBeLessThanOrEqual(CONNECTIONS);
  } finally {
    agent.destroy();
    await outcome.listener.close(0);
    await core.dispose();
  }
}
