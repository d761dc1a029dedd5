import type { CameraReply, EpochMs } from '../../core/types';
import type { ClientErrorAnswer, ClientErrorReason } from '../client-errors';

export const tooSlowMessage =
  'The message took too long to arrive. Check the network connection of the camera.';
export const tooManyMessage = 'Too much comes from this address at once. Send it again later.';
export const notAllowedMessage = 'Foyer does not take counts from this address. Allow it in Foyer first.';
export const laterMessage = 'The message could not be stored. Send it again later.';
export const notPostMessage = 'Send this as an HTTP POST.';

export function tooLargeMessage(maxBytes: number): string {
  const megabytes = Math.floor(maxBytes / (1024 * 1024));
  return `The message is larger than ${String(megabytes)} MB. Send a shorter history at a time.`;
}

/** What the listener itself turns away, before anybody looks at what it says. */
export type ListenerRefusal = 'too-large' | 'too-slow' | 'too-many-messages' | 'address-not-allowed';

export function messageOf(reason: ListenerRefusal, maxBodyBytes: number): string {
  switch (reason) {
    case 'too-large':
      return tooLargeMessage(maxBodyBytes);
    case 'too-slow':
      return tooSlowMessage;
    case 'too-many-messages':
      return tooManyMessage;
    case 'address-not-allowed':
      return notAllowedMessage;
  }
}

/**
 * Not 429, 503 or 403: a camera that gets anything but 200 may send the same again in a loop, and code 2
 * tells it as much. 413 and 408 are for what was not read to its end.
 */
export function statusOf(reason: ListenerRefusal): 200 | 408 | 413 {
  if (reason === 'too-large') return 413;
  return reason === 'too-slow' ? 408 : 200;
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
