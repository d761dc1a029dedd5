import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Where blocks of ports begin: below the ports that systems give away to whoever calls out or asks for
 * any port (Linux from 32768, others from 49152).
 */
const firstPort = 20_000;
const blocks = 200;
const blockSize = 50;

let block: Promise<number> | null = null;
let given = 0;

/**
 * A port of the loopback that no other test has or gets, so that it stays free while the test has closed
 * it. A port that was given by the system may be somebody else's a moment after it was closed.
 */
export async function ownPort(): Promise<number> {
  const base = await (block ??= takeBlock());
  for (let tries = 0; tries < blockSize; tries++) {
    const port = base + 1 + (given++ % (blockSize - 1));
    const probe = await holdingPort(port);
    if (probe === null) continue;
    await new Promise((closed) => probe.close(closed));
    return port;
  }
  throw new Error(`No port from ${String(base)} on is free`);
}

/**
 * A block belongs to the process that holds its first port, and is free again when that process ends.
 * @returns that port
 */
async function takeBlock(): Promise<number> {
  for (let i = 0; i < blocks; i++) {
    const base = firstPort + ((process.pid + i) % blocks) * blockSize;
    const holder = await holdingPort(base);
    if (holder === null) continue;
    holder.unref();
    return base;
  }
  throw new Error('Every block of ports is taken');
}

async function holdingPort(port: number) {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return server;
  } catch {
    // Taken by somebody else.
    return null;
  }
}
