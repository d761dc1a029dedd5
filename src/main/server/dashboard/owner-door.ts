import type { Role } from '#shared/contract';
import type { Credentials } from './credentials';
import type { Door } from './door';
import { findByKey, hashOf, Sessions } from './keys';

/** A key that is good while this Foyer runs. */
export interface RunKey {
  key: string;
  role: Role;
}

/**
 * The door of the dashboard port. The link with the key of this run may be opened as often as the owner
 * likes, in any browser: it is printed where the owner looks and good on this computer only. Keys for
 * programs open the API as `Authorization: Bearer`, and no page.
 */
export function ownerDoor(runKeys: readonly RunKey[], credentials: Pick<Credentials, 'useKey'>): Door {
  const entries = runKeys.map(({ key, role }) => ({ hash: hashOf(key), role }));
  const sessions = new Sessions();
  return {
    kind: 'owner',
    openByLink(key) {
      const entry = findByKey(key, entries);
      return entry && sessions.open(entry.role);
    },
    openByCode: () => null,
    bySession(token) {
      const role = sessions.roleOf(token);
      return role && { role, id: hashOf(token) };
    },
    byBearer(key) {
      const entry = findByKey(key, entries);
      if (entry) return { role: entry.role, id: entry.hash };
      const stored = credentials.useKey(key);
      return stored && { role: stored.role, id: stored.id };
    },
  };
}
