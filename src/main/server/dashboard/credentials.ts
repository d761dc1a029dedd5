import { randomUUID } from 'node:crypto';
import type { AccessKey, SharedDevice } from '#shared/domain';
import type { Clock, Log } from '../../core/types';
import { readCredentials, writeCredentials } from './credentials-file';
import type { StoredCredentials, StoredDevice, StoredKey } from './credentials-file';
import { findByKey, hashOf, newKey } from './keys';

export const mostKeys = 50;
export const mostDevices = 50;
const defaultPort = 8082;
/** When somebody last looked is no reason to write to the disk all the time. */
const noteEveryMs = 5 * 60_000;

/**
 * Who was given a key, and whether phones may look at all. A file of its own in the data folder, beside
 * the data and never in it: a backup that is gone back to must not bring back a key that was taken away,
 * nor may a file that moves everything to another computer carry keys along.
 */
export class Credentials {
  #stored: StoredCredentials = {
    version: 1,
    sharing: { isOn: false, port: defaultPort },
    keys: [],
    devices: [],
  };
  #writing: Promise<void> = Promise.resolve();
  #writtenMs = 0;
  /** Somebody looked since the file was last written. */
  #isNoted = false;

  constructor(
    private readonly path: string,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Until then nobody has a key. Only once it is certain that no other Foyer has this folder. */
  async load(): Promise<this> {
    this.#stored = (await readCredentials(this.path, this.log)) ?? this.#stored;
    return this;
  }

  get sharing(): Readonly<StoredCredentials['sharing']> {
    return this.#stored.sharing;
  }
  get keys(): readonly StoredKey[] {
    return this.#stored.keys;
  }
  /** Who looked last comes first. */
  get devices(): readonly StoredDevice[] {
    return [...this.#stored.devices].sort((a, b) => b.lastSeenMs - a.lastSeenMs);
  }

  setSharing(sharing: StoredCredentials['sharing']): Promise<boolean> {
    return this.#change({ ...this.#stored, sharing });
  }

  /** @returns the key, which is nowhere to be had again */
  async addKey(
    name: string,
    role: AccessKey['role'],
  ): Promise<{ key: string; stored: StoredKey } | 'too-many' | 'not-kept'> {
    if (this.#stored.keys.length >= mostKeys) return 'too-many';
    const key = newKey();
    const madeAtMs = this.clock.now();
    const stored = { id: randomUUID(), hash: hashOf(key), name, role, madeAtMs, lastUsedMs: null };
    if (await this.#change({ ...this.#stored, keys: [...this.#stored.keys, stored] })) return { key, stored };
    await this.removeKey(stored.id);
    return 'not-kept';
  }

  /** @returns the value of the device's cookie. It counts at once, and is written soon. */
  addDevice(name: string, address: string): { token: string; stored: StoredDevice } | null {
    if (this.#stored.devices.length >= mostDevices) return null;
    const token = newKey();
    const nowMs = this.clock.now();
    const stored = {
      id: randomUUID(),
      hash: hashOf(token),
      name,
      pairedAtMs: nowMs,
      lastSeenMs: nowMs,
      address,
    };
    void this.#change({ ...this.#stored, devices: [...this.#stored.devices, stored] });
    return { token, stored };
  }

  removeKey(id: string): Promise<boolean> {
    return this.#change({ ...this.#stored, keys: this.#stored.keys.filter((key) => key.id !== id) });
  }

  /** @param id `null`: all */
  removeDevice(id: SharedDevice['id'] | null): Promise<boolean> {
    const devices = this.#stored.devices.filter((device) => id !== null && device.id !== id);
    return this.#change({ ...this.#stored, devices });
  }

  useKey(candidate: string): StoredKey | null {
    const key = findByKey(candidate, this.#stored.keys);
    if (key) {
      key.lastUsedMs = this.clock.now();
      this.#note();
    }
    return key;
  }

  useDevice(token: string, address: string): StoredDevice | null {
    const device = findByKey(token, this.#stored.devices);
    if (device) {
      device.lastSeenMs = this.clock.now();
      device.address = address;
      this.#note();
    }
    return device;
  }

  /** Writes what was only noted. */
  async close(): Promise<void> {
    if (this.#isNoted) await this.#change(this.#stored);
    await this.#writing;
  }

  #note(): void {
    this.#isNoted = true;
    // Without sign: a clock that was set back must not put this off for ever.
    if (Math.abs(this.clock.now() - this.#writtenMs) >= noteEveryMs) void this.#change(this.#stored);
  }

  /** Takes effect at once, in this order; whoever waits knows whether it will outlive the run. */
  #change(next: StoredCredentials): Promise<boolean> {
    this.#stored = next;
    this.#writtenMs = this.clock.now();
    this.#isNoted = false;
    const written = this.#writing.then(() => writeCredentials(this.path, this.#stored));
    this.#writing = written.catch((error: unknown) => {
      this.log.warn(`The keys could not be written: ${String(error)}`);
    });
    return written.then(
      () => true,
      () => false,
    );
  }
}
