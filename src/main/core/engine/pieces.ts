import { splitList } from '../protocol/split-list';
import type { CameraReply } from '../types';
import type { Costs } from './costs';
import type { ArrivedPost } from './receive';
import { takesLong } from './takes-long';

/**
 * Takes a POST with a long list piece by piece, so that other cameras' messages come in between. It is acknowledged
 * as a whole: where a piece cannot be stored the camera sends all of it again, and nothing counts twice.
 * @param receive takes one piece and resolves when it is on disk
 */
export async function receiveInPieces(
  post: ArrivedPost,
  costs: Costs,
  receive: (piece: ArrivedPost) => Promise<CameraReply>,
): Promise<CameraReply> {
  const hasList = post.endpoint === 'upload' || post.endpoint === 'heartbeat';
  if (!hasList || !takesLong(post)) return receive(post);
  const [first = post.body, ...others] = costs.of(post.remoteAddress, () => splitList(post.body)) ?? [];
  const reply = await receive({ ...post, body: first });
  if (reply.code !== 0) return reply;
  for (const body of others) {
    // Only the first is the heartbeat that the whole was.
    const next = await receive({ ...post, endpoint: 'upload', body });
    if (next.code !== 0) return next;
  }
  return reply;
}
