import type { AccessKey, Instant, SharedDevice } from '#shared/domain';
import type { StoredDevice, StoredKey } from './credentials-file';

/** What is kept of a key or device, as the owner may see it: without its hash, which is of no use to anybody. */
export function accessKeyOf({ id, name, role, madeAtMs, lastUsedMs }: StoredKey): AccessKey {
  const lastUsed = lastUsedMs === null ? null : instant(lastUsedMs);
  return { id, name, role, madeAt: instant(madeAtMs), lastUsed };
}

export function deviceOf({ id, name, pairedAtMs, lastSeenMs, address }: StoredDevice): SharedDevice {
  return { id, name, address, pairedAt: instant(pairedAtMs), lastSeen: instant(lastSeenMs) };
}

/** Of no shop, so in UTC. */
export function instant(ms: number): Instant {
  return new Date(ms).toISOString();
}
