import type { RefusedMessage } from '#shared/domain';
import type { Refused } from '../storage/refused-list';
import { toInstant } from '../time/zone';
import type { QueryContext } from './context';

export function toRefusedMessage({ state }: QueryContext, refusal: Refused & { id: number }): RefusedMessage {
  return { ...refusal, at: toInstant(state.sites.first().timeZone, refusal.at) };
}
