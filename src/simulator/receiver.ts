import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseReply, type Reply } from './reply';

const requestTimeoutMs = 10_000;
/** Connections of a whole fleet. */
export const maxSockets = 64;
/** A reply is a few hundred bytes. */
const maxReplyLength = 100_000;

/** `unreachable`: no answer at all. `not-a-reply`: an answer, but not one of the protocol. */
export type Answer = { kind: 'reply'; reply: Reply } | { kind: 'unreachable' } | { kind: 'not-a-reply' };

export type Endpoint = 'heartBeat' | 'dataUpload';

/** The one address a fleet reports to. All cameras share a bounded pool of kept connections. */
export class Receiver {
  readonly #base: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets, maxFreeSockets: maxSockets });
  readonly #underWay = new Set<Promise<Answer>>();

  /** @param url `http://host:port`, with or without a path prefix */
  constructor(url: URL) {
    this.#base = url.href.replace(/\/$/, '');
  }

  /** Posts a JSON body. Never rejects. */
  async post(endpoint: Endpoint, body: string): Promise<Answer> {
    const answer = this.#post(endpoint, body);
    this.#underWay.add(answer);
    try {
      return await answer;
    } finally {
      this.#underWay.delete(answer);
    }
  }

  /** @returns when everything that was posted before is answered or given up, or after that time */
  async idle(withinMs: number): Promise<void> {
    const timer = new AbortController();
    const tooLong = sleep(Math.max(0, withinMs), undefined, timer).catch(() => undefined);
    await Promise.race([Promise.all(this.#underWay), tooLong]);
    timer.abort();
  }

  /** Ends all connections, also those that still wait for an answer. */
  close(): void {
    this.#agent.destroy();
  }

  #post(endpoint: Endpoint, body: string): Promise<Answer> {
    return new Promise((resolve) => {
      const unreachable = () => {
        resolve({ kind: 'unreachable' });
      };
      const outgoing = request(`${this.#base}/api/camera/${endpoint}`, {
        method: 'POST',
        agent: this.#agent,
        timeout: requestTimeoutMs,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      });
      outgoing.on('timeout', () => outgoing.destroy());
      outgoing.on('error', unreachable);
      outgoing.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          if (text.length < maxReplyLength) text += piece;
        });
        response.on('error', unreachable);
        // Without an end the answer was cut off, and nobody knows what it was.
        response.on('close', unreachable);
        response.on('end', () => {
          const reply = response.statusCode === 200 ? parseReply(text) : undefined;
          resolve(reply === undefined ? { kind: 'not-a-reply' } : { kind: 'reply', reply });
        });
      });
      outgoing.end(body);
    });
  }
}
