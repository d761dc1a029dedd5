import type { ServerResponse } from 'node:http';
import { writeJsonHead } from './json-head';

export interface Answer {
  status: number;
  json: unknown;
}

/**
 * Answers a request whose body has not been read to its end. Closing right away would reset the
 * connection, and the sender might never see the answer; so the answer goes out at once and what
 * still arrives is thrown away for up to `patienceMs`. A sender that finishes in time may go on
 * using the connection.
 */
export function answerAndDrain(response: ServerResponse, answer: Answer, patienceMs: number): Promise<void> {
  const request = response.req;
  const text = JSON.stringify(answer.json);
  writeJsonHead(response, answer.status, text);
  // Written, not ended: ending a response makes Node close connections it would not keep.
  response.write(text);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      response.destroy();
      resolve();
    }, patienceMs);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    if (request.readableEnded) response.end();
    else request.once('end', () => response.end()).resume();
  });
}
