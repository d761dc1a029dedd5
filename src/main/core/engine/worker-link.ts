import { Worker } from 'node:worker_threads';
import type { FoyerEvent } from '#shared/contract';
import { DataFolderError, type CameraReply, type Log } from '../types';
import type { EngineOptions } from './engine';
import type { EngineLink, FromEngine, ToEngine } from './link';
import type { Cost } from './costs';
import type { ArrivedPost } from './receive';
import { inTime } from './in-time';
import type { MaintenanceTasks, TaskName } from './maintenance';
import type { RequestName, Requests } from './requests';
import type { Refused } from '../storage/refused-list';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Systems that shut down give a program little more. */
const CLOSE_WITHIN_MS = 10_000;

/** The engine on a thread of its own. */
export class WorkerLink implements EngineLink {
  #worker: Worker;
  #nextId = 1;
  #requests = new Map<number, Waiting>();
  #replies = new Map<number, Waiting>();
  #outbox: ArrivedPost[] = [];
  #listener: (events: FoyerEvent[]) => void = () => undefined;
  #costListener: (costs: Cost[]) => void = () => undefined;
  #opening: Waiting | null = null;
  /** Why the thread is gone; nobody may wait for it any more. */
  #failure: Error | null = null;

  private constructor(
    script: URL,
    private readonly log: Log,
  ) {
    this.#worker = new Worker(script);
    this.#worker.on('message', (message: FromEngine) => this.#take(message));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`The storage thread ended (${code})`)));
  }

  /** @throws DataFolderError if the folder is in use or cannot be used */
  static async open(script: URL, options: EngineOptions, log: Log): Promise<WorkerLink> {
    const link = new WorkerLink(script, log);
    try {
      await new Promise((resolve, reject) => {
        link.#opening = { resolve, reject };
        link.#send({ type: 'open', options });
      });
      return link;
    } catch (error) {
      await link.#worker.terminate();
      throw error;
    }
  }

  receive(post: ArrivedPost): Promise<CameraReply> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#replies.set(this.#nextId + this.#outbox.length, {
        resolve: resolve as Waiting['resolve'],
        reject,
      });
      this.#outbox.push(post);
      // What arrives in the same turn of the event loop crosses to the thread as one message.
      if (this.#outbox.length === 1) setImmediate(() => this.#sendPosts());
    });
  }

  async request<N extends RequestName>(
    name: N,
    params: Requests[N][0],
    now: number,
  ): Promise<Requests[N][1]> {
    this.#sendPosts();
    const result = await this.#ask((id) => ({ type: 'request', id, name, params, now }));
    return result as Requests[N][1];
  }

  async maintain<N extends TaskName>(
    name: N,
    params: MaintenanceTasks[N][0],
    now: number,
  ): Promise<MaintenanceTasks[N][1]> {
    this.#sendPosts();
    const result = await this.#ask((id) => ({ type: 'maintain', id, name, params, now }));
    return result as MaintenanceTasks[N][1];
  }

  noteRefusal(refusal: Refused): void {
    this.#send({ type: 'refusal', refusal });
  }

  onCosts(listener: (costs: Cost[]) => void): void {
    this.#costListener = listener;
  }

  onEvents(listener: (events: FoyerEvent[]) => void): void {
    this.#listener = listener;
  }

  async snapshot(now: number): Promise<boolean> {
    this.#sendPosts();
    return (await this.#ask((id) => ({ type: 'snapshot', id, now }))) as boolean;
  }

  async close(now: number): Promise<void> {
    this.#sendPosts();
    try {
      await inTime(
        this.#ask((id) => ({ type: 'close', id, now })),
        CLOSE_WITHIN_MS,
      );
    } catch (error) {
      // The journal has all that was acknowledged; the next start takes a little longer.
      this.log.error('The storage could not end in order', error);
    }
    // A thread that hangs in a call to a vanished disk cannot even be terminated: no waiting for that.
    await inTime(this.#worker.terminate(), CLOSE_WITHIN_MS).catch(() => undefined);
  }

  #ask(message: (id: number) => ToEngine): Promise<unknown> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#requests.set(id, { resolve, reject });
      this.#send(message(id));
    });
  }

  #sendPosts(): void {
    const posts = this.#outbox;
    if (posts.length === 0) return;
    this.#outbox = [];
    const firstId = this.#nextId;
    this.#nextId += posts.length;
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
        for (const [i, reply] of message.replies.entries()) settle(this.#replies, message.firstId + i, reply);
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
        this.#costListener(message.costs);
        break;
      case 'events':
        this.#listener(message.events);
        break;
      case 'log':
        this.log[message.level](message.message);
        break;
    }
  }

  /** The thread is gone: whoever waits must not wait for ever. */
  #fail(error: Error): void {
    this.#failure ??= error;
    this.#opening?.reject(error);
    for (const waiting of [...this.#requests.values(), ...this.#replies.values()]) waiting.reject(error);
    this.#requests.clear();
    this.#replies.clear();
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
