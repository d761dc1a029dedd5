import type { Outcome } from '#shared/contract';
import type { AccessKey, NewAccessKey, Pairing, SharedDevice, Sharing } from '#shared/domain';

/** The pages in the shop's network, and the keys for programs. Neither is part of the data. */
export interface SharingHost {
  state(): Sharing;
  update(change: { isOn?: boolean | undefined; port?: number | undefined }): Promise<Outcome<Sharing>>;
  /** An invitation for one device. */
  pair(): Outcome<Pairing>;
  devices(): SharedDevice[];
  /** Takes one device's leave to look, or everybody's (`null`). */
  revokeDevice(id: string | null): Promise<Outcome<SharedDevice[]>>;
  keys(): AccessKey[];
  createKey(name: string, role: AccessKey['role']): Promise<Outcome<NewAccessKey>>;
  revokeKey(id: string): Promise<Outcome<AccessKey[]>>;
}
