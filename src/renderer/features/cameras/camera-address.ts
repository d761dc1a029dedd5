import type { SystemInfo } from '#shared/domain';

export interface CameraAddress {
  address: string;
  adapter: string;
  /** What a camera (or a phone, as a test) is pointed at. */
  url: string;
}

/** Where cameras reach this computer, likeliest first. Empty while it listens nowhere. */
export function cameraAddresses({ addresses, cameraPort }: SystemInfo): CameraAddress[] {
  if (cameraPort === null) return [];
  return addresses.map(({ address, adapter }) => {
    return { address, adapter, url: `http://${hostAndPort(address, cameraPort)}` };
  });
}

/** As it stands in an address; an IPv6 host gets its brackets. */
export function hostAndPort(address: string, port: number): string {
  return `${address.includes(':') ? `[${address}]` : address}:${String(port)}`;
}
