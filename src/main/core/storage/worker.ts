import { parentPort } from 'node:worker_threads';
import { EngineHost } from '../engine/host';
import type { FromEngine, ToEngine } from '../engine/link';
import { DataFolderError, type Log } from '../types';
import { checkpointOnThread } from './checkpoint-thread';
import { nodeFileSystem } from './file-system';

/**
 * The storage thread. Decoding, counting, SQL, the journal and snapshots all happen here, so that neither
 * the window nor the camera port ever waits for any of them. Only this thread touches the data folder.
 */
if (!parentPort) throw new Error('The storage worker runs as a worker thread only');
const port = parentPort;
const send = (message: FromEngine) => port.postMessage(message);

const log: Log = {
  info: (message) => send({ type: 'log', level: 'info', message }),
  warn: (message) => send({ type: 'log', level: 'warn', message }),
  error: (message, cause) => send({ type: 'log', level: 'error', message: `${message}: ${describe(cause)}` }),
};

/** Beside this file once it is built. */
const checkpointScript = new URL('./checkpoint-worker.js', import.meta.url);

let host: EngineHost | null = null;

port.on('message', (message: ToEngine) => {
  switch (message.type) {
    case 'open':
      void open(message);
      break;
    case 'posts':
      void receive(message);
      break;
    case 'request':
      answer(message.id, () => host?.request(message.name, message.params, message.now));
      break;
    case 'maintain':
      void settle(message.id, () => host?.maintain(message.name, message.params as never, message.now));
      break;
    case 'refusal':
      host?.noteRefusal(message.refusal);
      break;
    case 'snapshot':
      void settle(message.id, () => host?.snapshot(message.now));
      break;
    case 'close':
      void settle(message.id, () => host?.close(message.now).then(() => null));
      break;
  }
});

async function open({ options }: Extract<ToEngine, { type: 'open' }>): Promise<void> {
  try {
    const sendEvents = (events: Extract<FromEngine, { type: 'events' }>['events']) =>
      send({ type: 'events', events });
    const checkpointer = checkpointOnThread(checkpointScript, options.wasmPath);
    const clock = { now: () => Date.now() };
    host = await EngineHost.open(options, clock, log, sendEvents, nodeFileSystem, checkpointer);
    send({ type: 'opened' });
  } catch (error) {
    const reason = error instanceof DataFolderError ? error.reason : null;
    send({ type: 'failed', reason, message: error instanceof Error ? error.message : String(error) });
  }
}

async function receive({ firstId, posts }: Extract<ToEngine, { type: 'posts' }>): Promise<void> {
  const current = host;
  if (!current) return;
  const replies = await current.receive(posts);
  send({ type: 'replies', firstId, replies });
  const costs = current.takeCosts();
  if (costs.length > 0) send({ type: 'costs', costs });
}

function answer(id: number, work: () => unknown): void {
  try {
    const result = work();
    if (result instanceof Promise) void settle(id, () => result);
    else send({ type: 'answer', id, result });
  } catch (error) {
    send({ type: 'error', id, message: describe(error) });
  }
}

/** Answers with what takes a while. */
async function settle(id: number, work: () => Promise<unknown> | undefined): Promise<void> {
  try {
    send({ type: 'answer', id, result: await work() });
  } catch (error) {
    send({ type: 'error', id, message: describe(error) });
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
