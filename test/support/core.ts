import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MethodName, MethodParams, MethodResult } from '#shared/contract';
import { createCore, engineOptions } from '../../src/main/core';
import { LocalLink } from '../../src/main/core/engine/local-link';
import { nodeFileSystem, type FileSystem } from '../../src/main/core/storage/file-system';
import type { Checkpointer } from '../../src/main/core/storage/snapshots';
import type { SharingHost } from '../../src/main/core/sharing-types';
import type { CameraEndpoint, CameraReply, Core, CoreDeps, Host, Log } from '../../src/main/core/types';
import { FakeClock, someMorning } from './clock';

export const sqliteWasmPath = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const notHere = { ok: false, error: { code: 'unavailable', message: 'Not here.' } } as const;

/** Nobody looks from elsewhere. */
const idleSharing: SharingHost = {
  state: () => ({ isOn: false, port: 8082, urls: [], problem: null, problemSentence: null }),
  update: () => Promise.resolve(notHere),
  pair: () => notHere,
  devices: () => [],
  revokeDevice: () => Promise.resolve({ ok: true, result: [] }),
  keys: () => [],
  createKey: () => Promise.resolve(notHere),
  revokeKey: () => Promise.resolve({ ok: true, result: [] }),
};

const idleIntegrations: Host['integrations'] = {
  settings: () => Promise.reject(new Error('There are no integrations here')),
  update: () => Promise.reject(new Error('There are no integrations here')),
  test: () => Promise.resolve(null),
  status: () => Promise.reject(new Error('There are no integrations here')),
};

export const idleHost: Host = {
  version: '0.0.0-test',
  addresses: () => [],
  cameraListener: () => ({ port: 8080, problem: null }),
  changeCameraPort: () => Promise.resolve({ ok: true, result: null }),
  cameraHttps: () => ({ port: null, problem: null }),
  changeCameraHttpsPort: () => Promise.resolve({ ok: true, result: null }),
  allowCameras: () => undefined,
  lastVisit: () => null,
  integrations: idleIntegrations,
  demo: { isRunning: () => false, start: () => true, stop: () => Promise.resolve() },
  sharing: idleSharing,
};

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'foyer-test-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export interface TestCoreOptions {
  folder?: string;
  clock?: FakeClock;
  timeZone?: string;
  fs?: FileSystem;
  log?: Log;
  host?: Partial<Host>;
  /** Makes snapshots from the files, on the test's own thread; `undefined`: nobody does. */
  checkpointer?: Checkpointer;
}

/** The real core with its real files, on the test's own thread and clock. */
export class TestCore {
  private constructor(
    readonly core: Core,
    readonly clock: FakeClock,
    readonly folder: string,
    private readonly link: LocalLink,
  ) {}

  static async open(options: TestCoreOptions = {}): Promise<TestCore> {
    const clock = options.clock ?? new FakeClock(someMorning);
    const folder = options.folder ?? temporaryFolder();
    const deps: CoreDeps = {
      clock,
      log: options.log ?? silentLog,
      dataFolder: folder,
      timeZone: options.timeZone ?? 'Europe/Madrid',
      host: { ...idleHost, ...options.host },
    };
    const engine = engineOptions(deps, sqliteWasmPath);
    const { fs = nodeFileSystem, checkpointer = null } = options;
    const link = await LocalLink.open(engine, clock, deps.log, fs, checkpointer);
    return new TestCore(createCore(deps, link), clock, folder, link);
  }

  /** Posts a body: an object as JSON, a string or bytes as they are. */
  post(body: unknown, endpoint: CameraEndpoint = 'upload'): Promise<CameraReply> {
    const bytes =
      body instanceof Uint8Array
        ? body
        : new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
    return this.core.receive({
      endpoint,
      path: `/api/camera/${endpoint}`,
      remoteAddress: '192.0.2.7',
      body: bytes,
    });
  }

  heartbeat(sn: string, timeMs = this.clock.now()): Promise<CameraReply> {
    return this.post({ sn, time: Math.floor(timeMs / 1000) }, 'heartbeat');
  }

  /** What the app does by itself now and then. */
  checkpoint(): Promise<void> {
    return this.link.checkpoint(this.clock.now());
  }

  /** Calls a method that must succeed. */
  async call<M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>> {
    const outcome = await this.core.invoke(method, params, 'manage');
    if (!outcome.ok) throw new Error(`${method}: ${outcome.error.code} ${outcome.error.message}`);
    return outcome.result as MethodResult<M>;
  }

  async camera(sn: string): Promise<MethodResult<'cameras.list'>[number]> {
    const found = (await this.call('cameras.list', {})).find((camera) => camera.sn === sn);
    if (!found) throw new Error(`There is no camera ${sn}`);
    return found;
  }

  /** Ends the core and keeps the folder. */
  close(): Promise<void> {
    return this.core.close();
  }

  /** Ends the core and removes the folder. */
  async dispose(): Promise<void> {
    await this.close();
    removeFolder(this.folder);
  }
}
