import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { FoyerEvent } from '#shared/contract';
import { DataFolderError, type CameraReply, type Log } from '../types';
import type { Cost } from './costs';
import type { EngineOptions } from './engine';
import type { FromEngine, ToEngine } from './link';
import { takesLong } from './takes-long';
import type { ArrivedPost } from './receive';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface WaitingPost extends Waiting {
  address: string;
}

/**
 * Messages with posts that may wait for their replies at the same time: one is counted while the one before it is
 * on its way to the disk. Whatever comes meanwhile goes as one with the next.
 */
const MOST_UNDER_WAY = 2;

/**
 * For JavaScript alone: SQLite's memory is not among it. The thread lives on some 10 MB, and a file of a million rows makes 4 GB of strings and objects that are soon gone. How much of that lies about before it is
 * collected V8 decides by these two: with its own limits, which grow with the computer's memory, it is 40 MB
 * more. A thread that reached them would end by a fault and be started anew.
 */
const resourceLimits: ResourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 768 };

export interface ThreadListeners {
  onEvents(events: FoyerEvent[]): void;
  onCosts(costs: Cost[]): void;
}

export interface ThreadEnd {
  cause: Error;
  /** Addresses whose messages the thread had in its hands. */
  senders: string[];
}

/** One storage thread, from its start to its end. */
export class EngineThread {
  /** Resolves when the thread is gone and everything that it held is free again. */
  readonly ended: Promise<ThreadEnd>;
  #worker: Worker;
  #nextId = 1;
  #requests = new Map<number, Waiting>();
  #replies = new Map<number, WaitingPost>();
  #outbox: ArrivedPost[] = [];
  /** First ids of the messages with posts whose replies are waited for. */
  #underWay = new Set<number>();
  #opening: Waiting | null = null;
  /** Once there is one, nobody may wait for the thread any more. */
  #end: ThreadEnd | null = null;

  private constructor(
    script: URL,
    private readonly log: Log,
    private readonly listeners: ThreadListeners,
  ) {
    this.#worker = new Worker(script, { resourceLimits });
    this.#worker.on('message', (message: FromEngine) => this.#take(message));
    this.#worker.on('error', (error) => this.#fail(error));
    this.ended = new Promise((resolve) => {
      this.#worker.on('exit', (code) => {
        resolve(this.#fail(new Error(`The storage thread ended (${code})`)));
      });
    });
  }

  /** @throws DataFolderError if the folder is in use or cannot be used */
  static async open(
    script: URL,
    options: EngineOptions,
    log: Log,
    listeners: ThreadListeners,
  ): Promise<EngineThread> {
    const thread = new EngineThread(script, log, listeners);
    try {
      await new Promise((resolve, reject) => {
        thread.#opening = { resolve, reject };
        thread.#send({ type: 'open', options });
      });
      return thread;
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  }

  get hasEnded(): boolean {
    return this.#end !== null;
  }

  receive(post: ArrivedPost): Promise<CameraReply> {
    if (this.#end) return Promise.reject(this.#end.cause);
    const isAlone = takesLong(post);
    // Whoever came before must not wait for its reply.
    if (isAlone) this.#sendPosts();
    return new Promise((resolve, reject) => {
      this.#replies.set(this.#nextId + this.#outbox.length, {
        resolve: resolve as Waiting['resolve'],
        reject,
        address: post.remoteAddress,
      });
      this.#outbox.push(post);
      if (isAlone) return this.#sendPosts();
      // What arrives in the same turn of the event loop crosses to the thread as one message.
      if (this.#outbox.length === 1) setImmediate(() => this.#sendMorePosts());
    });
  }

  /** Asks after everything that came in before. */
  ask(message: (id: number) => ToEngine): Promise<unknown> {
    if (this.#end) return Promise.reject(this.#end.cause);
    this.#sendPosts();
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#requests.set(id, { resolve, reject });
      this.#send(message(id));
    });
  }

  tell(message: Extract<ToEngine, { type: 'refusal' }>): void {
    this.#send(message);
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  #sendMorePosts(): void {
    if (this.#underWay.size < MOST_UNDER_WAY) this.#sendPosts();
  }

  #sendPosts(): void {
    const posts = this.#outbox;
    if (posts.length === 0) return;
    this.#outbox = [];
    const firstId = this.#nextId;
    this.#nextId += posts.length;
    // What comes meanwhile does not wait for a list that is taken piece by piece.
    if (!posts.some(takesLong)) this.#underWay.add(firstId);
    this.#send({ type: 'posts', firstId, posts });
  }

  #send(message: ToEngine): void {
    this.#worker.postMessage(message);
  }

  #take(message: FromEngine): void {
    switch (message.type) {
      case 'opened':
        this.#opening?.resolve(null);
        this.#opening = null;
        break;
      case 'failed':
        this.#opening?.reject(openError(message.reason, message.message));
        this.#opening = null;
        break;
      case 'replies':
        this.#underWay.delete(message.firstId);
        for (const [i, reply] of message.replies.entries()) settle(this.#replies, message.firstId + i, reply);
        this.#sendMorePosts();
        break;
      case 'answer':
        settle(this.#requests, message.id, message.result);
        break;
      case 'error': {
        const waiting = this.#requests.get(message.id);
        this.#requests.delete(message.id);
        waiting?.reject(new Error(message.message));
        break;
      }
      case 'costs':
        this.listeners.onCosts(message.costs);
        break;
      case 'events':
        this.listeners.onEvents(message.events);
        break;
      case 'log':
        this.log[message.level](message.message);
        break;
    }
  }

  /** The thread is gone: whoever waits must not wait for ever. @returns why it ended in the first place */
  #fail(cause: Error): ThreadEnd {
    if (this.#end) return this.#end;
    const senders = new Set([...this.#replies.values()].map(({ address }) => address));
    this.#end = { cause, senders: [...senders] };
    this.#opening?.reject(cause);
    for (const waiting of [...this.#requests.values(), ...this.#replies.values()]) waiting.reject(cause);
    this.#requests.clear();
    this.#replies.clear();
    return this.#end;
  }
}

function settle(waiting: Map<number, Waiting>, id: number, result: unknown): void {
  waiting.get(id)?.resolve(result);
  waiting.delete(id);
}

function openError(reason: string | null, message: string): Error {
  return reason === null
    ? new Error(message)
    : new DataFolderError(reason as DataFolderError['reason'], message);
}
