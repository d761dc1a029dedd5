import type { ConnectionState } from '#shared/carrier';
import type { EventMap, EventName } from '#shared/contract';

// The list in the contract file would bring the schema library into the page.
const eventNames = [
  'flow',
  'stay',
  'camera',
  'quality',
  'removed',
  'edited',
  'replaced',
] as const satisfies EventName[];

const firstRetryMs = 500;
const longestRetryMs = 10_000;

type Listener<T> = (data: T) => void;

export interface EventStream {
  subscribe<E extends EventName>(event: E, listener: Listener<EventMap[E]>): () => void;
  onConnection(listener: Listener<ConnectionState>): () => void;
}

/**
 * Server-sent events that come back by themselves. A browser gives an EventSource up for good
 * after any answer but 200 (a router's error page, Foyer just starting), so it is renewed here.
 */
export function openEvents(url: string): EventStream {
  const listeners: { [E in EventName]: Set<Listener<EventMap[E]>> } = {
    flow: new Set(),
    stay: new Set(),
    camera: new Set(),
    quality: new Set(),
    removed: new Set(),
    edited: new Set(),
    replaced: new Set(),
  };
  const watchers = new Set<Listener<ConnectionState>>();
  let state: ConnectionState = 'lost';
  let retryMs = firstRetryMs;

  function become(next: ConnectionState): void {
    if (next === state) return;
    state = next;
    for (const watcher of watchers) watcher(state);
  }

  function deliver<E extends EventName>(name: E, text: string): void {
    const data = JSON.parse(text) as EventMap[E];
    for (const listener of listeners[name]) listener(data);
  }

  function connect(): void {
    const source = new EventSource(url);
    for (const name of eventNames) {
      source.addEventListener(name, (event: MessageEvent<string>) => {
        deliver(name, event.data);
      });
    }
    source.addEventListener('open', () => {
      retryMs = firstRetryMs;
      become('live');
    });
    source.addEventListener('error', () => {
      become('lost');
      // The browser retries a broken connection, but at its own leisure; ours is quicker and bounded.
      source.close();
      setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    });
  }
  connect();

  return {
    subscribe(event, listener) {
      listeners[event].add(listener);
      return () => listeners[event].delete(listener);
    },
    onConnection(watcher) {
      watchers.add(watcher);
      watcher(state);
      return () => watchers.delete(watcher);
    },
  };
}
