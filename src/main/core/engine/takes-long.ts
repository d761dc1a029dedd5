import type { CameraPost } from '../types';

/** What is smaller holds nobody up. */
const LARGE_BODY_BYTES = 32 * 1024;

/** Whether a POST is taken piece by piece, so that others need not wait until it is answered. */
export function takesLong({ body }: CameraPost): boolean {
  return body.byteLength > LARGE_BODY_BYTES;
}
