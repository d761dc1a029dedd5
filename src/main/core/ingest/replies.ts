import type { CameraReply, EpochMs } from '../types';

/** The answer to a stored message. */
export function accepted(sn: string, at: EpochMs, extra: Partial<CameraReply['data']> = {}): CameraReply {
  return { code: 0, msg: 'success', data: { sn, time: Math.floor(at / 1000), ...extra } };
}

/** V1.9: code 1 is for serials only, 2 for all other failures. */
export function refused(code: 1 | 2, msg: string, sn: string, at: EpochMs): CameraReply {
  return { code, msg, data: { sn, time: Math.floor(at / 1000) } };
}
