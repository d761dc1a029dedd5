import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { makeCheckpoint } from '../engine/checkpoint';
import type { CheckpointEnd, CheckpointTask } from './checkpoint-thread';
import { nodeFileSystem } from './file-system';
import { restNowAndThen } from './rest';
import { startSqlite } from './sql';

/** The thread that makes one snapshot from the files of a data folder, while the storage thread counts on. */
const { job, code } = workerData as CheckpointTask;

const silent = () => undefined;
// What it finds is in its answer; whoever asked says it.
const log = { info: silent, warn: silent, error: silent };

/** Where few cores are shared, reports go first. Elsewhere the whole process would be meant. */
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

async function work(): Promise<CheckpointEnd> {
  try {
    const sqlite = await startSqlite(code);
    const written = await makeCheckpoint(job, nodeFileSystem, sqlite, log, restNowAndThen());
    return { ok: true, written };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

void work().then((end) => parentPort?.postMessage(end));
