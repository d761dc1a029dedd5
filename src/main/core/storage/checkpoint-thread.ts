import { Worker } from 'node:worker_threads';
import { nodeFileSystem } from './file-system';
import { removeUnfinished } from './snapshot';
import { compileSqlite } from './sql';
import type { CheckpointJob, Checkpointer, WrittenSnapshot } from './snapshots';

/** What the thread is given, and what it says in the end. */
export interface CheckpointTask {
  job: CheckpointJob;
  /** SQLite, as the thread that asks has it. */
  code: WebAssembly.Module;
}
export type CheckpointEnd = { ok: true; written: WrittenSnapshot } | { ok: false; message: string };

/**
 * Makes each snapshot on a thread of its own, which ends with it and gives its memory back.
 * @param script of `checkpoint-worker`
 */
export function checkpointOnThread(script: URL, wasmPath: string): Checkpointer {
  return async (job, signal) => {
    const task: CheckpointTask = { job, code: await compileSqlite(wasmPath) };
    const worker = new Worker(script, { workerData: task });
    try {
      return await endOf(worker, signal);
    } catch (error) {
      // Until it has ended it may still be writing.
      await worker.terminate();
      removeUnfinished(nodeFileSystem, job.folder);
      throw error;
    }
  };
}

function endOf(worker: Worker, signal: AbortSignal): Promise<WrittenSnapshot> {
  return new Promise((resolve, reject) => {
    worker.once('message', (end: CheckpointEnd) => {
      if (end.ok) resolve(end.written);
      else reject(new Error(end.message));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread ended (${String(code)})`)));
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    if (signal.aborted) reject(signal.reason as Error);
  });
}
