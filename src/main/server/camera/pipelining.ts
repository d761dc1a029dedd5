import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from '../listener';

/**
 * Closes connections that send request after request without waiting for an answer: Node reads them all,
 * and each would wait in memory.
 */
export function limitPipelining(server: Server, most: number): void {
  const unanswered = new WeakMap<object, number>();
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const count = (unanswered.get(socket) ?? 0) + 1;
    unanswered.set(socket, count);
    if (count > most) socket.destroy();
    response.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
  });
}
