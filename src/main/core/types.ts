import type { SharingHost } from './sharing-types';
import type {
  EventName,
  FileParams,
  FoyerEvent,
  MethodName,
  MethodResult,
  Outcome,
  PrintRequest,
  Role,
} from '#shared/contract';
import type { NetworkAddress } from '#shared/domain';
import type { Sentence } from '#shared/sentences';
import type { Forwarding, IntegrationsHost } from './outbox/types';
import type { OpenExport, WriteExportOptions, WrittenExport } from './reports/types';

/** Milliseconds since 1970-01-01 UTC. Everything inside the core is in this unit. */
export type EpochMs = number;

export interface Clock {
  now(): EpochMs;
}

/** Where the core tells maintainers what happens. Never a serial's data, never a secret. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** The kinds of address a camera posts to. The body decides what an upload really is. */
export type CameraEndpoint = 'heartbeat' | 'upload' | 'opaque' | 'unknown';

/** One POST as it came in from the network. */
export interface CameraPost {
  endpoint: CameraEndpoint;
  /** Path as called, for the list of refused messages. */
  path: string;
  remoteAddress: string;
  /** Our address that was called, where it is known. */
  localAddress?: string | undefined;
  /** The body as received. Ownership passes to the core: it may be moved to another thread. */
  body: Uint8Array;
}

/** V1.9 §2.1 and §2.2: what every POST is answered with, always under HTTP 200. */
export interface CameraReply {
  /** 0 stored, 1 the serial is not known or is blocked, 2 anything else. */
  code: 0 | 1 | 2;
  msg: string;
  data: {
    sn: string;
    /** Our clock, Unix seconds. The camera sets its own clock from it. */
    time: number;
    /** Hours east of Greenwich; left out where the offset is not whole. */
    timezone?: number;
    /** Minutes, 0 = at once. */
    uploadInterval?: number;
    dataMode?: 'Add' | 'Total';
    /** Unix seconds, only while a history request is due. */
    dataStartTime?: number;
    dataEndTime?: number;
  };
}

/** What the surroundings (server, shell) tell the core for `system.info` and `settings.update`. */
export interface Host {
  version: string;
  addresses(): NetworkAddress[];
  /** Port the camera listener uses, `null` while it is down, and why in a sentence. */
  cameraListener(): { port: number | null; problem: string | null; sentence?: Sentence | null | undefined };
  /** Moves the camera listener. A port in use is an expected failure: the old listener stays. */
  changeCameraPort(port: number): Promise<Outcome<null>>;
  /** The encrypted camera listener; both `null` while none is wanted. */
  cameraHttps(): { port: number | null; problem: string | null; sentence?: Sentence | null | undefined };
  /** Moves, opens or closes it. A port in use is an expected failure: all stays as it was. */
  changeCameraHttpsPort(port: number | null): Promise<Outcome<null>>;
  /** From now on only these addresses and networks may send counts; none: all may. */
  allowCameras(entries: readonly string[]): void;
  /** Who last opened the page of the camera port; `null` since the start nobody. */
  lastVisit(): { at: EpochMs; address: string } | null;
  demo: DemoCamera;
  sharing: SharingHost;
  integrations: IntegrationsHost;
  /** Prints one page of figures as PDF. Left out where there is no window to print from. */
  pdf?: (request: PrintRequest) => Promise<Outcome<Uint8Array>>;
}

/** A camera that is not there, for whoever wants to see Foyer at work. */
export interface DemoCamera {
  isRunning(): boolean;
  /** @returns false if there is no camera port to post to */
  start(sn: string): boolean;
  stop(): Promise<void>;
}

export interface CoreDeps {
  clock: Clock;
  log: Log;
  dataFolder: string;
  /** Zone of a new data folder, and, when `forceTimeZone` is set, of an existing one. */
  timeZone: string;
  forceTimeZone?: boolean;
  host: Host;
}

export interface Core {
  /** Decodes, counts and stores one POST. Resolves only after it is on disk. Never rejects. */
  receive(post: CameraPost): Promise<CameraReply>;
  /** A POST the listener itself had to refuse: goes on the list of refused messages. */
  noteRefusal(refusal: {
    reason: 'too-large' | 'too-slow' | 'too-many-messages' | 'address-not-allowed';
    message: string;
    path: string;
    remoteAddress: string;
  }): void;
  /** Told, now and then, how many milliseconds the messages of an address kept the storage busy. */
  onCost(listener: (address: string, ms: number) => void): void;
  /** Calls a contract method. Validates the parameters and the caller's role; expected failures are values. */
  invoke(method: string, params: unknown, role: Role): Promise<Outcome<MethodResult<MethodName>>>;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: FoyerEvent) => void): () => void;
  /** Begins an export. Single reports, persons and the archive are for whoever may manage. */
  openExport(params: FileParams, role: Role): Promise<Outcome<OpenExport>>;
  /**
   * Writes an export into a file: into a temporary one beside it, flushed to the disk, then renamed, so that the
   * target is at any time either what it was or whole. A file that is open elsewhere, a full disk or a missing
   * folder is a value with a sentence for the owner.
   * @param pathFor gives the absolute path for a file that should have this name; `null` calls it off
   * @returns `null` if it was called off or cancelled; then there is no file
   */
  writeExport(
    params: FileParams,
    pathFor: (fileName: string) => Promise<string | null>,
    options?: WriteExportOptions,
  ): Promise<Outcome<WrittenExport | null>>;
  /**
   * Writes everything into one file, to move to another computer.
   * @param pathFor gives the absolute path for a file that should have this name; `null` calls it off
   * @returns the path, or `null` if it was called off
   */
  exportEverything(pathFor: (fileName: string) => Promise<string | null>): Promise<Outcome<string | null>>;
  /** Puts such a file, or a backup, in the place of what is here, which is kept as a backup. */
  importEverything(path: string): Promise<Outcome<null>>;
  readonly forwarding: Forwarding;
  /** Writes what the journal holds into a snapshot. @returns whether everything is on disk now */
  snapshot(): Promise<boolean>;
  /** Snapshot and close. After this nothing is accepted. */
  close(): Promise<void>;
}

/** Why the core cannot open its data folder; each has a sentence for the owner. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
  constructor(
    readonly reason: 'locked' | 'unwritable' | 'newer' | 'unreadable',
    message: string,
  ) {
    super(message);
  }
}

export type { EventName };
