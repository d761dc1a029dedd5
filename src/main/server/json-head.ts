import type { ServerResponse } from 'node:http';

/** The head of an answer in JSON that is not left to Koa. */
export function writeJsonHead(response: ServerResponse, status: number, text: string): ServerResponse {
  return response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
}
