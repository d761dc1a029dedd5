import { contextBridge, ipcRenderer } from 'electron';
import {
  carrierGlobal,
  ipcChannels,
  type Bridge,
  type OnProgress,
  type ExportOutcome,
} from '#shared/carrier';
import type { EventMap, EventName, FoyerEvent, Outcome } from '#shared/contract';
import { abilityChannels } from '#shared/desktop-abilities';

type Listener = (data: never) => void;
const listeners = new Map<EventName, Set<Listener>>();

ipcRenderer.on(ipcChannels.event, (_sent, event: FoyerEvent) => {
  const data = event.data as never;
  for (const listener of [...(listeners.get(event.name) ?? [])]) listener(data);
});

/** Whom to tell how far each export is, by its number. */
const progress = new Map<number, OnProgress>();

ipcRenderer.on(ipcChannels.exportProgress, (_sent, id: number, done: number, total: number) => {
  progress.get(id)?.(done, total);
});

/**
 * The desktop app's carrier: the only thing a page gets from outside its sandbox. It has a few fixed
 * channels out and one in; which methods there are is known, and checked, on the other side alone:
 * the contract's schemas would make every start of a page 20 ms longer.
 */
const carrier: Bridge = {
  call: (method, params) => ipcRenderer.invoke(ipcChannels.call, method, params),

  subscribe<E extends EventName>(event: E, listener: (data: EventMap[E]) => void) {
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

  async startExport(id, request, onProgress) {
    progress.set(id, onProgress);
    try {
      return (await ipcRenderer.invoke(ipcChannels.export, id, request)) as Outcome<ExportOutcome>;
    } finally {
      progress.delete(id);
    }
  },
  cancelExport: (id) => void ipcRenderer.invoke(ipcChannels.cancelExport, id),
  saveEverything: () => ipcRenderer.invoke(ipcChannels.saveEverything),
  openEverything: () => ipcRenderer.invoke(ipcChannels.openEverything),
  print: () => ipcRenderer.invoke(abilityChannels.print),
  savePdf: (request) => ipcRenderer.invoke(abilityChannels.savePdf, request),
  pageDrawn: (paper) => ipcRenderer.invoke(abilityChannels.pageDrawn, paper),
  chooseFolder: () => ipcRenderer.invoke(abilityChannels.chooseFolder),
  showInFolder: (path) => ipcRenderer.invoke(abilityChannels.showInFolder, path),
};

contextBridge.exposeInMainWorld(carrierGlobal, carrier);
