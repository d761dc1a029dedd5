import { fileURLToPath } from 'node:url';
import type { FoyerEvent } from '#shared/contract';
import { apiContext } from './api/answers';
import { exportEverything, replaceEverything } from './api/backup-methods';
import { openExport, writeExport } from './api/exports';
import { forwarding } from './api/integration-methods';
import { createHandlers } from './api/handlers';
import { invoke } from './api/invoke';
import { scheduleRunner } from './api/schedule-files';
import type { EngineLink } from './engine/link';
import type { EngineOptions } from './engine/engine';
import type { ArrivedPost } from './engine/receive';
import { StorageThreadError } from './engine/thread-trouble';
import { WorkerLink } from './engine/worker-link';
import { refused } from './ingest/replies';
import type { CameraPost, Core, CoreDeps, EpochMs } from './types';

export interface CoreFiles {
  /** Built script of the storage thread. */
  worker: URL;
  /** `sql-wasm.wasm` of sql.js. */
  sqliteWasm: URL;
}

/**
 * Opens a data folder, with the storage on a thread of its own.
 * @throws DataFolderError if the folder is in use or cannot be used
 */
export async function openCore(deps: CoreDeps & { files: CoreFiles }): Promise<Core> {
  const options = engineOptions(deps, fileURLToPath(deps.files.sqliteWasm));
  return createCore(deps, await WorkerLink.open(deps.files.worker, options, deps.log));
}

export function engineOptions(deps: CoreDeps, wasmPath: string): EngineOptions {
  return {
    folder: deps.dataFolder,
    wasmPath,
    timeZone: deps.timeZone,
    forceTimeZone: deps.forceTimeZone ?? false,
    now: deps.clock.now(),
  };
}

/** Field by field: a copy with `...` takes several times as long, and every message is copied here. */
function arrived(
  { endpoint, path, remoteAddress, localAddress, body }: CameraPost,
  at: EpochMs,
): ArrivedPost {
  return { endpoint, path, remoteAddress, localAddress, body, at };
}

/** The core over an engine that is already open. */
export function createCore(deps: CoreDeps, engine: EngineLink): Core {
  const context = apiContext(engine, deps);
  const schedule = scheduleRunner(context);
  schedule.start();
  const handlers = createHandlers(context, schedule);
  const listeners = new Set<(event: FoyerEvent) => void>();
  engine.onEvents((events) => {
    for (const event of events) for (const listener of listeners) listener(event);
  });
  return {
    receive: async (post) => {
      const at = deps.clock.now();
      try {
        return await engine.receive(arrived(post, at));
      } catch (error) {
        // It is in the log once, not once for each message.
        if (error instanceof StorageThreadError) return refused(2, error.message, '', at);
        deps.log.error('A message could not be handed to the storage', error);
        return refused(2, 'The message could not be stored. Please send it again later.', '', at);
      }
    },
    noteRefusal: ({ reason, message, path, remoteAddress }) => {
      const at = deps.clock.now();
      engine.noteRefusal({
        at,
        reason,
        message,
        path,
        address: remoteAddress,
        place: null,
        sn: null,
        body: '',
      });
    },
    onCost: (listener) => {
      engine.onCosts((costs) => {
        for (const [address, ms] of costs) listener(address, ms);
      });
    },
    invoke: (method, params, role) => invoke(handlers, deps.log, method, params, role),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openExport: (params, role) => openExport(context, params, role),
    writeExport: (params, pathFor, options = {}) => writeExport(context, params, pathFor, options),
    forwarding: forwarding(context),
    exportEverything: (pathFor) => exportEverything(context, pathFor),
    importEverything: (path) => replaceEverything(context, 'everything.import', { path }),
    snapshot: async () => {
      try {
        return await engine.snapshot(deps.clock.now());
      } catch (error) {
        deps.log.error('The snapshot could not be asked for', error);
        return false;
      }
    },
    close: async () => {
      await schedule.stop();
      await engine.close(deps.clock.now());
    },
  };
}
