import { admit } from '../ingest/admission';
import { applyMessages, type Changes } from '../ingest/apply';
import type { CameraRecord } from '../ingest/camera-record';
import { heartbeatReply } from '../ingest/heartbeat';
import { accepted, refused } from '../ingest/replies';
import type { State } from '../ingest/state';
import { decode, EXCERPT_LENGTH } from '../protocol/decode';
import { excerpt } from '../protocol/json-body';
import type { Decoding, Problem } from '../protocol/types';
import { textWithoutSecrets } from '../protocol/secrets';
import { encodeRecord } from '../storage/record';
import type { Refused } from '../storage/refused-list';
import type { CameraPost, CameraReply, EpochMs } from '../types';

const LONGEST_PATH = 200;

/** A POST with the moment it arrived. */
export interface ArrivedPost extends CameraPost {
  at: EpochMs;
}

interface RefusedPost {
  ok: false;
  reply: CameraReply;
  refusal: Refused;
}

export type PostResult =
  | { ok: true; reply: CameraReply; payload: Uint8Array; camera: CameraRecord; changes: Changes }
  | RefusedPost;

/** Decodes and applies one POST inside the caller's transaction. What it returns is not durable yet. */
export function receivePost(state: State, post: ArrivedPost): PostResult {
  const decoded = decode(post.endpoint, post.body);
  if (!decoded.ok) return refuse(post, 2, decoded, decoded);
  const admission = admit(state, decoded.sn, post.at, post.remoteAddress);
  if (!admission.ok) return refuse(post, 1, { ...admission, place: null }, decoded);
  const { camera } = admission;
  camera.address = post.remoteAddress;
  camera.calledAddress = post.localAddress ?? camera.calledAddress;
  const changes = applyMessages(state, camera, decoded.messages, decoded.setAside, post.at);
  const extra = post.endpoint === 'heartbeat' ? heartbeatReply(state, camera, post.at) : {};
  const payload = encodeRecord({
    kind: 'post',
    at: post.at,
    endpoint: post.endpoint,
    address: post.remoteAddress,
    called: post.localAddress,
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

/** The answer to a POST that could not be applied or stored, although nothing may be wrong with it. */
export function storageRefusal(post: ArrivedPost, message: string): RefusedPost {
  const decoded = decode(post.endpoint, post.body);
  return refuse(post, 2, decoded.ok ? { reason: 'storage', message, place: null } : decoded, decoded);
}

function refuse(post: ArrivedPost, code: 1 | 2, problem: Problem, decoded: Decoding): RefusedPost {
  const { reason, message, place } = problem;
  return {
    ok: false,
    reply: refused(code, message, decoded.sn ?? '', post.at),
    refusal: {
      at: post.at,
      reason,
      message,
      place,
      sn: decoded.sn,
      // Somebody's idea of an address may be to put a password into it.
      path: textWithoutSecrets(post.path.slice(0, LONGEST_PATH)),
      address: post.remoteAddress,
      body: decoded.ok ? excerpt(decoded.body, EXCERPT_LENGTH) : decoded.excerpt,
    },
  };
}
