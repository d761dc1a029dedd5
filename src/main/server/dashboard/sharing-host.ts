import type { ApiError } from '#shared/contract';
import { tell, type Told } from '#shared/sentences';
import type { SharingHost } from '../../core/sharing-types';
import type { Clock } from '../../core/types';
import { mostDevices, mostKeys, type Credentials } from './credentials';
import { accessKeyOf, deviceOf, instant } from './credentials-view';
import type { Pairings } from './pairings';
import { notKept, type SharingPort } from './sharing-port';

export interface SharingHostDeps {
  port: SharingPort;
  credentials: Credentials;
  pairings: Pairings;
  clock: Clock;
  /** Told of a key for a program that opens nothing any more. */
  onKeyRevoked: (id: string) => void;
}

/** What the owner can do about who looks from elsewhere. */
export function sharingHost({
  port,
  credentials,
  pairings,
  clock,
  onKeyRevoked,
}: SharingHostDeps): SharingHost {
  const devices = () => credentials.devices.map(deviceOf);
  const keys = () => credentials.keys.map(accessKeyOf);
  return {
    state: () => port.state(),
    update: (change) => port.update(change),
    devices,
    keys,

    pair() {
      if (!port.isOpen) return fail('unavailable', tell('sharing-closed'));
      if (credentials.devices.length >= mostDevices) {
        return fail('conflict', tell('too-many-devices', { most: mostDevices }));
      }
      const { key, code, goodForMs } = pairings.invite();
      const urls = port.urls().map((url) => `${url}/?key=${key}`);
      return { ok: true, result: { urls, code, expiresAt: instant(clock.now() + goodForMs) } };
    },

    async revokeDevice(id) {
      const gone = credentials.devices.filter((device) => id === null || device.id === id);
      if (id !== null && gone.length === 0) return fail('not-found', { message: 'There is no such device.' });
      // "None may look" is meant for those as well who are invited.
      if (id === null) pairings.withdraw();
      const isKept = await credentials.removeDevice(id);
      for (const device of gone) port.dismiss(device.id);
      return isKept ? { ok: true, result: devices() } : notKept;
    },

    async createKey(name, role) {
      const made = await credentials.addKey(name, role);
      if (made === 'too-many') return fail('conflict', tell('too-many-keys', { most: mostKeys }));
      if (made === 'not-kept') return notKept;
      return { ok: true, result: { ...accessKeyOf(made.stored), key: made.key } };
    },

    async revokeKey(id) {
      if (!credentials.keys.some((key) => key.id === id))
        return fail('not-found', { message: 'There is no such key.' });
      const isKept = await credentials.removeKey(id);
      port.dismiss(id);
      onKeyRevoked(id);
      return isKept ? { ok: true, result: keys() } : notKept;
    },
  };
}

function fail(code: ApiError['code'], told: Told): { ok: false; error: ApiError } {
  return { ok: false, error: { code, ...told } };
}
