import { contextBridge, ipcRenderer } from 'electron';
import { carrierGlobal, ipcChannels, type Carrier } from '#shared/carrier';
import type { EventMap, EventName, FoyerEvent, MethodName } from '#shared/contract';

/**
 * The desktop app's carrier: the only thing a page gets from outside its sandbox.
 *
 * The contract's names stand here a second time because importing them would bring every schema into
 * each page's start. The types make the compiler insist that none is missing and none is made up.
 */
const methodNames: Record<MethodName, true> = {
  'cameras.list': true,
  'cameras.add': true,
  'cameras.update': true,
  'sites.list': true,
  'sites.update': true,
  'history.query': true,
  'settings.get': true,
  'settings.update': true,
  'quality.list': true,
  'refused.list': true,
  'system.info': true,
  'system.health': true,
};
const eventNames: Record<EventName, true> = { flow: true, stay: true, camera: true, quality: true };

type Listener = (data: never) => void;
const listeners = new Map<EventName, Set<Listener>>();

ipcRenderer.on(ipcChannels.event, (_sent, event: FoyerEvent) => {
  const data = event.data as never;
  for (const listener of [...(listeners.get(event.name) ?? [])]) listener(data);
});

const carrier: Carrier = {
  call(method, params) {
    if (!Object.hasOwn(methodNames, method)) {
      return Promise.resolve({
        ok: false,
        error: { code: 'not-found', message: `There is no method ${method}.` },
      });
    }
    return ipcRenderer.invoke(ipcChannels.call, method, params);
  },

  subscribe<E extends EventName>(event: E, listener: (data: EventMap[E]) => void) {
    if (!Object.hasOwn(eventNames, event)) throw new TypeError(`There is no event ${event}`);
    // A wrapper of its own, so that a listener given twice is two subscriptions that end separately.
    const entry = (data: never) => {
      listener(data);
    };
    const entries = listeners.get(event) ?? new Set();
    listeners.set(event, entries.add(entry));
    return () => {
      entries.delete(entry);
    };
  },

  onConnection(listener) {
    // IPC cannot be lost while there is a page to notice.
    listener('live');
    return () => undefined;
  },

  saveCsv: (request) => ipcRenderer.invoke(ipcChannels.saveCsv, request),
};

contextBridge.exposeInMainWorld(carrierGlobal, carrier);
