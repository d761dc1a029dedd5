import type { NetworkInterfaceInfo } from 'node:os';
import type { NetworkAddress } from '#shared/domain';

/** Adapters of virtual machines, containers and VPNs: real addresses that no camera can reach. */
const virtualNames = [
  'br-',
  'bridge',
  'docker',
  'hyper-v',
  'ipsec',
  'loopback',
  'lxc',
  'nordlynx',
  'podman',
  'ppp',
  'tailscale',
  'tap',
  'tun',
  'utun',
  'vboxnet',
  'vethernet',
  'veth',
  'virbr',
  'virtual',
  'vmnet',
  'vmware',
  'vpn',
  'wg',
  'wsl',
  'zerotier',
  'zt',
];

function isVirtual(adapter: string): boolean {
  const name = adapter.toLowerCase();
  return virtualNames.some((virtual) => name.startsWith(virtual) || name.includes(` ${virtual}`));
}

/** 169.254/16: the adapter got no address from a router. */
function isSelfAssigned(address: string): boolean {
  return address.startsWith('169.254.');
}

/**
 * The IPv4 addresses of this computer that a camera could be pointed at, likely ones first.
 * Cameras' settings pages do not take IPv6.
 */
export function reachableAddresses(
  interfaces: NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[]>,
): NetworkAddress[] {
  const addresses = Object.entries(interfaces).flatMap(([adapter, infos = []]) =>
    infos
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, adapter })),
  );
  const unlikely = ({ address, adapter }: NetworkAddress) =>
    (isSelfAssigned(address) ? 2 : 0) + (isVirtual(adapter) ? 1 : 0);
  return addresses.sort((a, b) => unlikely(a) - unlikely(b));
}

/** Every address of this computer, also those that nobody outside can use: the names it may be called by. */
export function allAddresses(interfaces: NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address'>[]>): string[] {
  return Object.values(interfaces).flatMap((infos = []) => infos.map(({ address }) => address));
}
