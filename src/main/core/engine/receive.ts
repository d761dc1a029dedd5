import type { RefusalReason } from '#shared/domain';
import { admit } from '../ingest/admission';
import { applyMessages, type Changes } from '../ingest/apply';
import type { CameraRecord } from '../ingest/camera-record';
import { heartbeatReply } from '../ingest/heartbeat';
import { accepted, refused } from '../ingest/replies';
import type { State } from '../ingest/state';
import { decode } from '../protocol/decode';
import { excerpt } from '../protocol/json-body';
import { encodeRecord } from '../storage/record';
import type { Refused } from '../storage/refused-list';
import type { CameraPost, CameraReply, EpochMs } from '../types';

const BODY_EXCERPT = 2000;

/** A POST with the moment it arrived. */
export interface ArrivedPost extends CameraPost {
  at: EpochMs;
}

export type PostResult =
  | { ok: true; reply: CameraReply; payload: Uint8Array; camera: CameraRecord; changes: Changes }
  | { ok: false; reply: CameraReply; refusal: Refused };

/** Decodes and applies one POST inside the caller's transaction. What it returns is not durable yet. */
export function receivePost(state: State, post: ArrivedPost): PostResult {
  const decoded = decode(post.endpoint, post.body);
  if (!decoded.ok) return refuse(post, 2, decoded.reason, decoded.message, decoded.place, decoded.sn);
  const admission = admit(state, decoded.sn, post.at);
  if (!admission.ok) return refuse(post, 1, admission.reason, admission.message, null, decoded.sn);
  const { camera } = admission;
  camera.address = post.remoteAddress;
  const changes = applyMessages(state, camera, decoded.messages, decoded.setAside, post.at);
  const extra = post.endpoint === 'heartbeat' ? heartbeatReply(state, camera, post.at) : {};
  const payload = encodeRecord({
    kind: 'post',
    at: post.at,
    endpoint: post.endpoint,
    address: post.remoteAddress,
    body: decoded.body,
  });
  return {
    ok: true,
    reply: accepted(decoded.sn, post.at, extra),
    payload,
    camera,
    changes: { ...changes, camera: changes.camera || admission.isNew },
  };
}

function refuse(
  post: ArrivedPost,
  code: 1 | 2,
  reason: RefusalReason,
  message: string,
  place: string | null,
  sn: string | null,
): PostResult {
  return {
    ok: false,
    reply: refused(code, message, sn ?? '', post.at),
    refusal: {
      at: post.at,
      reason,
      message,
      place,
      sn,
      path: post.path.slice(0, 200),
      address: post.remoteAddress,
      body: excerpt(post.body, BODY_EXCERPT),
    },
  };
}
