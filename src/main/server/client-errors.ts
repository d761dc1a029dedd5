import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Server } from './listener';

export type ClientErrorReason = 'malformed' | 'too-slow' | 'headers-too-large';

export interface ClientErrorAnswer {
  status: '400 Bad Request' | '408 Request Timeout' | '431 Request Header Fields Too Large';
  json: unknown;
}

interface ClientErrorHandling {
  /** What to answer to a request that Node could not read. */
  answer(reason: ClientErrorReason): ClientErrorAnswer;
  /** A request began and did not arrive in time. A connection that never said a word is no request. */
  onTooSlow?(socket: Socket): void;
}

/** Answers malformed and slow requests with JSON; without this Node cuts or answers without a body. */
export function answerClientErrors(server: Server, handling: ClientErrorHandling): void {
  const pending = new WeakMap<object, ServerResponse>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    pending.set(request.socket, response);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket;
    // An answer that has begun cannot be mended, and a second one would be taken for part of it.
    const response = pending.get(socket);
    const answering = response?.headersSent === true && !response.writableFinished;
    // Who does not speak TLS on the encrypted port would not understand an answer either.
    const isNoTls = error.code?.startsWith('ERR_SSL') === true;
    if (!socket.writable || answering || isNoTls || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const reason = reasonOf(error.code);
    if (reason === 'too-slow' && socket.bytesRead > 0) handling.onTooSlow?.(socket);
    const { status, json } = handling.answer(reason);
    const body = JSON.stringify(json);
    socket.end(
      `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\n` +
        `Content-Length: ${String(Buffer.byteLength(body))}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
}

function reasonOf(code: string | undefined): ClientErrorReason {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'too-slow';
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large';
  return 'malformed';
}
