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
    const host = address.includes(':') ? `[${address}]` : address;
    return { address, adapter, url: `http://${host}:${String(cameraPort)}` };
  });
}
