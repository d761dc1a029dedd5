import type {
  EventMap,
  EventName,
  FileRequest,
  MethodName,
  MethodParams,
  MethodResult,
  Outcome,
} from './contract';
import type { DesktopAbilities } from './desktop-abilities';

/** What became of a file: saved somewhere, handed to the browser's downloads, or called off by the owner. */
export type SaveOutcome = { saved: 'file'; path: string } | { saved: 'download' } | { saved: 'cancelled' };

/** The same of an export, with the name that the file got. */
export type ExportOutcome =
  | { saved: 'file'; path: string; fileName: string }
  | { saved: 'download'; fileName: string }
  | { saved: 'cancelled' };

/** What became of taking over a file. */
export type OpenOutcome = 'replaced' | 'cancelled';

/** How long the connection has been up: `live`, or `lost` while the carrier tries again by itself. */
export type ConnectionState = 'live' | 'lost';

/** What a carrier needs of an `AbortSignal`, which neither Node nor the page calls its own here. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Told some times a second. `total` is an estimate that `done` reaches in the end. */
export type OnProgress = (done: number, total: number) => void;

export interface ExportOptions {
  onProgress?: OnProgress;
  /** An `AbortSignal`: ends the export without a file, as `cancelled`. */
  signal?: CancelSignal;
}

/**
 * All that the pages know of the rest of Foyer. In the desktop app it is the preload script over
 * IPC, in a browser it is HTTP with server-sent events; the pages cannot tell which.
 */
export interface Carrier extends DesktopAbilities {
  call<M extends MethodName>(method: M, params: MethodParams<M>): Promise<Outcome<MethodResult<M>>>;
  /** @returns a function that ends the subscription */
  subscribe<E extends EventName>(event: E, listener: (data: EventMap[E]) => void): () => void;
  /** Tells the state at once and then at each change. After `lost` → `live` events may have been missed: ask again. */
  onConnection(listener: (state: ConnectionState) => void): () => void;
  /**
   * Makes a file and saves it: through a save dialog in the desktop app, as a download in a browser. There is
   * either the whole file afterwards or none; failures are values with a sentence for the owner.
   */
  exportFile(request: FileRequest, options?: ExportOptions): Promise<Outcome<ExportOutcome>>;
  /** Saves everything there is as one file that Foyer can take over, in the same ways. */
  saveEverything(): Promise<Outcome<SaveOutcome>>;
  /** Asks for such a file and puts it in the place of everything. What was there is kept as a backup. */
  openEverything(): Promise<Outcome<OpenOutcome>>;
}

/** What the preload script leaves for the page: a carrier, but for the one call whose signal cannot cross. */
export type Bridge = Omit<Carrier, 'exportFile'> & {
  /** @param id by which the page may cancel it; a number that it has not given yet */
  startExport(id: number, request: FileRequest, onProgress: OnProgress): Promise<Outcome<ExportOutcome>>;
  cancelExport(id: number): void;
};

/** The name under which the preload script shows its {@link Bridge} to the page. */
export const carrierGlobal = 'foyer';

/** The only IPC channels there are. */
export const ipcChannels = {
  call: 'foyer:call',
  event: 'foyer:event',
  export: 'foyer:export',
  exportProgress: 'foyer:export-progress',
  cancelExport: 'foyer:cancel-export',
  saveEverything: 'foyer:save-everything',
  openEverything: 'foyer:open-everything',
} as const;
