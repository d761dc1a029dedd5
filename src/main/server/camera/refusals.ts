import type { CameraReply, EpochMs } from '../../core/types';
import type { ClientErrorAnswer, ClientErrorReason } from '../client-errors';

export const tooSlowMessage =
  'The message took too long to arrive. Check the network connection of the camera.';
export const laterMessage = 'The message could not be stored. Send it again later.';
export const notPostMessage = 'Send this as an HTTP POST.';

export function tooLargeMessage(maxBytes: number): string {
  const megabytes = Math.floor(maxBytes / (1024 * 1024));
  return `The message is larger than ${String(megabytes)} MB. Send a shorter history at a time.`;
}

/** Code 2 with a sentence that says what to fix, for what the listener itself has to turn away. */
export function failureReply(msg: string, now: EpochMs): CameraReply {
  return { code: 2, msg, data: { sn: '', time: Math.floor(now / 1000) } };
}

/** What a request is answered with that Node could not read as HTTP. */
export function clientErrorAnswer(reason: ClientErrorReason, now: EpochMs): ClientErrorAnswer {
  switch (reason) {
    case 'too-slow':
      return { status: '408 Request Timeout', json: failureReply(tooSlowMessage, now) };
    case 'headers-too-large':
      return {
        status: '431 Request Header Fields Too Large',
        json: failureReply('The headers of this request are too long.', now),
      };
    case 'malformed':
      return {
        status: '400 Bad Request',
        json: failureReply('This is not a readable HTTP request.', now),
      };
  }
}
