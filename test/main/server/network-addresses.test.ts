import { expect, test } from 'vitest';
import { reachableAddresses } from '../../../src/main/server/network-addresses';

const v4 = (address: string, internal = false) => ({ address, family: 'IPv4' as const, internal });
const v6 = (address: string) => ({ address, family: 'IPv6' as const, internal: false });

test('IPv4 of real adapters come first; the loopback and IPv6 not at all', () => {
  expect(
    reachableAddresses({
      lo: [v4('127.0.0.1', true)],
      docker0: [v4('172.17.0.1')],
      'vEthernet (WSL)': [v4('172.20.0.1')],
      'VirtualBox Host-Only Network': [v4('192.168.56.1')],
      wlan0: [v4('169.254.3.4')],
      'Wi-Fi': [v6('fe80::1'), v4('192.168.1.20')],
      Ethernet: [v4('192.168.1.21')],
      gone: undefined,
    }),
  ).toEqual([
    { address: '192.168.1.20', adapter: 'Wi-Fi' },
    { address: '192.168.1.21', adapter: 'Ethernet' },
    { address: '172.17.0.1', adapter: 'docker0' },
    { address: '172.20.0.1', adapter: 'vEthernet (WSL)' },
    { address: '192.168.56.1', adapter: 'VirtualBox Host-Only Network' },
    { address: '169.254.3.4', adapter: 'wlan0' },
  ]);
});
