import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BreakableProxy {
  /** Address of the proxy, with the path and query of the target's. */
  url: string;
  /** Cuts every connection and answers no more. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A way to a local server that can be cut while a page is using it, as a network is. */
export async function breakableProxy(target: string): Promise<BreakableProxy> {
  const to = new URL(target);
  let isCut = false;

  function forward(incoming: IncomingMessage, response: ServerResponse): void {
    if (isCut) {
      incoming.socket.destroy();
      return;
    }
    const { origin, ...headers } = incoming.headers;
    const outgoing = request(
      {
        host: to.hostname,
        port: to.port,
        method: incoming.method,
        path: incoming.url,
        // The server takes only its own name for itself.
        headers: { ...headers, host: to.host, ...(origin ? { origin: to.origin } : {}) },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        // Bytes at once, also the first ones: an event stream is never complete.
        response.flushHeaders();
        answer.pipe(response);
      },
    );
    outgoing.on('error', () => response.destroy());
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  }

  const server = createServer(forward);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}${to.pathname}${to.search}`,
    cut() {
      isCut = true;
      server.closeAllConnections();
    },
    mend() {
      isCut = false;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
