import type {
  EventMap,
  EventName,
  ExportRequest,
  MethodName,
  MethodParams,
  MethodResult,
  Outcome,
} from './contract';

/** What became of an export: saved somewhere, handed to the browser's downloads, or called off by the owner. */
export type SaveOutcome = { saved: 'file'; path: string } | { saved: 'download' } | { saved: 'cancelled' };

/** What became of taking over a file. */
export type OpenOutcome = 'replaced' | 'cancelled';

/** How long the connection has been up: `live`, or `lost` while the carrier tries again by itself. */
export type ConnectionState = 'live' | 'lost';

/**
 * All that the pages know of the rest of Foyer. In the desktop app it is the preload script over
 * IPC, in a browser it is HTTP with server-sent events; the pages cannot tell which.
 */
export interface Carrier {
  call<M extends MethodName>(method: M, params: MethodParams<M>): Promise<Outcome<MethodResult<M>>>;
  /** @returns a function that ends the subscription */
  subscribe<E extends EventName>(event: E, listener: (data: EventMap[E]) => void): () => void;
  /** Tells the state at once and then at each change. After `lost` → `live` events may have been missed: ask again. */
  onConnection(listener: (state: ConnectionState) => void): () => void;
  /** Saves the range as CSV: through a save dialog in the desktop app, as a download in a browser. */
  saveCsv(request: ExportRequest): Promise<Outcome<SaveOutcome>>;
  /** Saves everything there is as one file, in the same ways. */
  saveEverything(): Promise<Outcome<SaveOutcome>>;
  /** Asks for such a file and puts it in the place of everything. What was there is kept as a backup. */
  openEverything(): Promise<Outcome<OpenOutcome>>;
}

/** The name under which the preload script shows its {@link Carrier} to the page. */
export const carrierGlobal = 'foyer';

/** The only IPC channels there are. */
export const ipcChannels = {
  call: 'foyer:call',
  event: 'foyer:event',
  saveCsv: 'foyer:save-csv',
  saveEverything: 'foyer:save-everything',
  openEverything: 'foyer:open-everything',
} as const;
