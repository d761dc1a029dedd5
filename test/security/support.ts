import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { createCameraServer } from '../../src/main/server/camera-server';
import { CameraGuard } from '../../src/main/server/camera/guard';
import type { CameraLimits } from '../../src/main/server/camera/limits';
import { silentLog, TestCore, type TestCoreOptions } from '../support/core';
import { serve } from '../main/server/support';

/** The real camera port before the real core, with its files in a temporary folder. */
export async function openPort(limits: Partial<CameraLimits> = {}, options: TestCoreOptions = {}) {
  const core = await TestCore.open(options);
  const guard = new CameraGuard(limits);
  const url = await serve(createCameraServer({ core: core.core, clock: core.clock, log: silentLog, guard }));
  core.core.onCost((address, ms) => {
    guard.charge(address, ms);
  });
  onTestFinished(() => core.dispose());
  return { core, guard, url };
}
export type Port = Awaited<ReturnType<typeof openPort>>;

export { otherAddress } from './addresses';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const ignore = (): void => undefined;

/** Posts from an address. Rejects when the connection breaks. */
export function post(
  url: string,
  body: string | Uint8Array,
  options: { from?: string; path?: string; headers?: Record<string, string>; agent?: Agent } = {},
): Promise<Answer> {
  const { from, path = '/api/camera/dataUpload', headers = {}, agent } = options;
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path,
        method: 'POST',
        headers: { 'content-length': Buffer.byteLength(body), ...headers },
        ...(from === undefined ? {} : { localAddress: from }),
        ...(agent ? { agent } : { agent: false as const }),
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
        response.on('error', reject);
      },
    );
    // Whoever is answered before all was sent may be cut off afterwards.
    sent.on('socket', (socket) => {
      if (socket.listenerCount('error', ignore) === 0) socket.on('error', ignore);
    });
    sent.on('error', reject).end(body);
  });
}

export function codeOf({ text }: Answer): number {
  return (JSON.parse(text) as { code: number }).code;
}

/** Bare connections from an address, open until the test is over. */
export async function connectMany(url: string, from: string, count: number): Promise<Socket[]> {
  const { hostname, port } = new URL(url);
  const sockets = Array.from({ length: count }, () => {
    const socket = connect({ host: hostname, port: Number(port), localAddress: from });
    // Being cut off is what these are for.
    socket.on('error', () => undefined);
    socket.resume();
    return socket;
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  await Promise.all(
    sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve).once('close', resolve))),
  );
  return sockets;
}

/**
 * A camera that reports minute after minute, from some minute of the past on, and insists on being understood.
 * @returns how many of its reports were acknowledged; a message whose connection broke is sent again, as cameras do
 */
export async function report(port: Port, sn: string, count: number, connections = 4): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = Math.floor(port.core.clock.now() / 60_000) * 60;
  let [next, stored] = [0, 0];
  const send = async (): Promise<void> => {
    while (next < count) {
      const endTime = end - 60 * next++;
      const body = { sn, startTime: endTime - 60, endTime, time: endTime, in: 1, out: 0 };
      for (let isStored = false; !isStored;) {
        const answer = await post(port.url, JSON.stringify(body), { agent }).catch(() => null);
        isStored = answer !== null && codeOf(answer) === 0;
      }
      stored++;
    }
  };
  await Promise.all(Array.from({ length: connections }, send));
  agent.destroy();
  return stored;
}

/** People who came in by a camera, by all that was ever counted. */
export async function countedIn({ core }: Port, sn: string): Promise<number> {
  const range = { from: '2000-01-01', to: '2100-01-01', by: 'month' as const, cameras: [sn] };
  const { rows } = await core.call('history.query', range);
  return rows.reduce((sum, row) => sum + (row.in ?? 0), 0);
}
