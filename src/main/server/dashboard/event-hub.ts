import type { ServerResponse } from 'node:http';
import type { FoyerEvent, Role } from '#shared/contract';
import { guestEvent } from '../../core/api/guest';
import type { Caller } from './door';

export interface EventHubOptions {
  /** Without a sign of life, proxies and browsers take a connection for dead. */
  heartbeatMs?: number;
  /** What may wait for one reader. A reader that falls further behind has to come again and ask anew. */
  maxQueuedBytes?: number;
  maxClients?: number;
  /** Streams of one caller: every page has one. */
  maxOfCaller?: number;
}

/** What a role gets to see of an event; `null`: nothing. Refused messages are for those who manage. */
export function visibleTo(role: Role, event: FoyerEvent): FoyerEvent | null {
  if (role === 'guest') return guestEvent(event);
  if (event.name !== 'quality' || role === 'manage' || event.data.refused === null) return event;
  return event.data.record === null ? null : { ...event, data: { ...event.data, refused: null } };
}

/** Fans events out to readers of `/events` as server-sent events, each serialised once per role. */
export class EventHub {
  private readonly clients = new Map<ServerResponse, Caller>();
  private readonly unsubscribe: () => void;
  private readonly heartbeat: NodeJS.Timeout;
  private readonly maxQueuedBytes: number;
  private readonly maxClients: number;
  private readonly maxOfCaller: number;

  constructor(
    subscribe: (listener: (event: FoyerEvent) => void) => () => void,
    {
      heartbeatMs = 15_000,
      maxQueuedBytes = 1024 * 1024,
      maxClients = 64,
      maxOfCaller = maxClients,
    }: EventHubOptions = {},
  ) {
    this.maxQueuedBytes = maxQueuedBytes;
    this.maxClients = maxClients;
    this.maxOfCaller = maxOfCaller;
    this.unsubscribe = subscribe((event) => {
      this.publish(event);
    });
    this.heartbeat = setInterval(() => {
      for (const response of this.clients.keys()) this.send(response, ':\n\n');
    }, heartbeatMs).unref();
  }

  isFullFor(callerId: string): boolean {
    return this.clients.size >= this.maxClients || this.of(callerId).length >= this.maxOfCaller;
  }

  /** Takes over a response whose headers are set and not sent. */
  add(response: ServerResponse, caller: Caller): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    this.clients.set(response, caller);
    response.once('close', () => this.clients.delete(response));
    this.send(response, 'retry: 1000\n\n');
  }

  /** Ends what a caller listens to who may listen no more. */
  dismiss(callerId: string): void {
    for (const response of this.of(callerId)) response.end();
  }

  close(): void {
    clearInterval(this.heartbeat);
    this.unsubscribe();
    for (const response of this.clients.keys()) response.end();
    this.clients.clear();
  }

  private of(callerId: string): ServerResponse[] {
    return [...this.clients].filter(([, { id }]) => id === callerId).map(([response]) => response);
  }

  private publish(event: FoyerEvent): void {
    const texts = new Map<Role, string | null>();
    for (const [response, { role }] of this.clients) {
      let text = texts.get(role);
      if (text === undefined) {
        const visible = visibleTo(role, event);
        text = visible && `event: ${visible.name}\ndata: ${JSON.stringify(visible.data)}\n\n`;
        texts.set(role, text);
      }
      if (text !== null) this.send(response, text);
    }
  }

  private send(response: ServerResponse, text: string): void {
    // Looked at before writing: one long event is no sign of a slow reader.
    if (response.writableLength > this.maxQueuedBytes) response.destroy();
    else response.write(text);
  }
}
