import type { Credentials } from './credentials';
import { deviceName } from './device-name';
import type { Door, Visitor } from './door';
import type { Pairings } from './pairings';

/** As long as browsers keep any cookie; a visit begins it anew. */
const deviceCookieMs = 400 * 24 * 60 * 60_000;

/**
 * The door of the pages in the shop's network: whoever comes in is a guest. An invitation makes a device's
 * own key, which the owner can take back. A key for programs that may view opens what guests see; one that
 * manages is turned away, for plain HTTP shows it to everybody who listens.
 */
export function guestDoor(credentials: Credentials, pairings: Pairings): Door {
  const admit = ({ address, userAgent }: Visitor) =>
    credentials.addDevice(deviceName(userAgent), address)?.token ?? null;
  return {
    kind: 'network',
    sessionMaxAgeMs: deviceCookieMs,
    openByLink: (key, visitor) => (pairings.acceptKey(key) ? admit(visitor) : null),
    openByCode: (code, visitor) => (pairings.acceptCode(code) ? admit(visitor) : null),
    bySession(token, { address }) {
      const device = credentials.useDevice(token, address);
      return device && { role: 'guest', id: device.id };
    },
    byBearer(key) {
      const stored = credentials.useKey(key);
      if (stored?.role === 'manage') return 'too-much';
      return stored && { role: 'guest', id: stored.id };
    },
  };
}
