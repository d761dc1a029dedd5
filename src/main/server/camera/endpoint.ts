import type { CameraEndpoint } from '../../core/types';

/** The paths Foyer tells owners to type. Others that end the same way work too. */
export const heartbeatPath = '/api/camera/heartBeat';
export const uploadPath = '/api/camera/dataUpload';

/** Nearly every request; nothing of them needs to be taken apart. */
const usualTargets = new Map<string, CameraEndpoint>([
  [heartbeatPath, 'heartbeat'],
  [uploadPath, 'upload'],
]);

/** Last segment, in lower case. Opaque kinds are later additions to the protocol that are kept as they come. */
const endpoints = new Map<string, CameraEndpoint>([
  ['heartbeat', 'heartbeat'],
  ['dataupload', 'upload'],
  ['reid', 'opaque'],
  ['dup', 'opaque'],
  ['dedupedattributecount', 'opaque'],
  ['interval-aggregate', 'opaque'],
  ['device-status', 'opaque'],
]);

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray % is no encoding at all: take the segment as it is.
    return segment;
  }
}

/**
 * Tells by the last segment of a request target what a camera wants (V1.9 §2.1, §2.2).
 * People type the address by hand and makers vary the prefix, so that case, prefix, doubled
 * and trailing slashes, blanks and the query do not matter.
 */
export function recognizeEndpoint(target: string): CameraEndpoint {
  const usual = usualTargets.get(target);
  if (usual) return usual;
  const [path = ''] = target.split(/[?#]/, 1);
  const segments = path.split('/').map((segment) => decoded(segment).trim().toLowerCase());
  const last = segments.findLast((segment) => segment !== '');
  return endpoints.get(last ?? '') ?? 'unknown';
}
