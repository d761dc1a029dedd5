import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { CameraPost, Clock, Core, Log } from '../../../src/main/core/types';
import { listen, localUrl } from '../../../src/main/server/listener';

export const clock: Clock = { now: () => Date.UTC(2026, 2, 29, 10) };

/** Collects what is logged. */
export function memoryLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    info: (message) => lines.push(`info ${message}`),
    warn: (message) => lines.push(`warn ${message}`),
    error: (message, cause) => lines.push(`error ${message} ${String(cause)}`),
  };
}

export type Refusal = Parameters<Core['noteRefusal']>[0];

/** A core that keeps what it is handed and acknowledges it. */
export class ReceivingCore implements Pick<Core, 'receive' | 'noteRefusal'> {
  readonly posts: CameraPost[] = [];
  readonly refusals: Refusal[] = [];
  private readonly waiting = new Set<() => void>();

  receive(post: CameraPost): ReturnType<Core['receive']> {
    this.posts.push(post);
    return Promise.resolve({
      code: 0,
      msg: 'success',
      data: { sn: '2010010000000000', time: Math.floor(clock.now() / 1000) },
    });
  }
  noteRefusal(refusal: Refusal): void {
    this.refusals.push(refusal);
    for (const wake of this.waiting) wake();
  }
  async refused(count: number): Promise<void> {
    while (this.refusals.length < count) {
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }
  /** Bodies as text. */
  get bodies(): string[] {
    return this.posts.map(({ body }) => new TextDecoder().decode(body));
  }
}

/** Listens on a free port of the loopback until the test is over. @returns the address */
export async function serve(server: Server): Promise<string> {
  const outcome = await listen(server, '127.0.0.1', 0);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  onTestFinished(() => outcome.listener.close(0));
  return localUrl('127.0.0.1', outcome.listener.port);
}

/** A bare connection, for what no HTTP client would send. */
export async function rawConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  onTestFinished(() => {
    socket.destroy();
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  return new RawConnection(socket);
}

export class RawConnection {
  received = '';
  private ended = false;
  private wake: (() => void) | undefined;

  constructor(readonly socket: Socket) {
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.received += text;
      this.wake?.();
    });
    socket.on('close', () => {
      this.ended = true;
      this.wake?.();
    });
    // A reset shows as the end; tests look at what was received until then.
    socket.on('error', () => this.wake?.());
  }

  write(text: string | Uint8Array): void {
    this.socket.write(text);
  }

  /** Waits until the answer satisfies `enough` or the connection has ended. */
  async until(enough: (received: string) => boolean): Promise<string> {
    while (!enough(this.received) && !this.ended) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return this.received;
  }

  /** Everything until the other side closed. */
  untilClosed(): Promise<string> {
    return this.until(() => false);
  }
}

/** The JSON body of a raw HTTP answer. */
export function jsonOf(answer: string): unknown {
  return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
}
