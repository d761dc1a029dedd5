import type { RefusalReason, RefusedMessage } from '#shared/domain';

/** Refused messages of one sender for one reason: one trouble, one cure. */
export interface RefusedGroup {
  key: string;
  reason: RefusalReason;
  /** Serial as the sender gave it. */
  sn: string | null;
  times: number;
  newest: RefusedMessage;
}

/** @param messages newest first; the groups come in the order of their newest message */
export function groupRefused(messages: readonly RefusedMessage[]): RefusedGroup[] {
  const groups = new Map<string, RefusedGroup>();
  for (const message of messages) {
    const { reason, sn } = message;
    const key = JSON.stringify([reason, sn ?? message.address]);
    const known = groups.get(key);
    if (known) known.times++;
    else groups.set(key, { key, reason, sn, times: 1, newest: message });
  }
  return [...groups.values()];
}
