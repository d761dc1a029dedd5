import { BlockList, isIP, isIPv4 } from 'node:net';
import { isThisComputer } from '../../core/this-computer';

/** Addresses and networks that may send counts: `192.168.1.40`, `10.0.0.0/24`, `fd00::/8`. None: all may. */
export class AllowList {
  #allowed: BlockList | null = null;

  /** Entries that are no address are passed over; the setting takes none. */
  set(entries: readonly string[]): void {
    const allowed = new BlockList();
    for (const entry of entries) {
      const [address = '', length] = entry.split('/');
      if (isIP(address) === 0) continue;
      const family = isIPv4(address) ? 'ipv4' : 'ipv6';
      if (length === undefined) allowed.addAddress(address, family);
      else allowed.addSubnet(address, Number(length), family);
    }
    this.#allowed = entries.length === 0 ? null : allowed;
  }

  /** This computer always may: its demo camera and its owner's tests live here. */
  has(address: string): boolean {
    if (this.#allowed === null || isThisComputer(address)) return true;
    // A link-local address names its adapter: fe80::1%eth0.
    const [plain = ''] = address.split('%');
    if (isIP(plain) === 0) return false;
    return this.#allowed.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
  }
}
