/** Node shows IPv4 callers of a dual-stack port as `::ffff:192.168.1.30`; people know them without the prefix. */
export function plainAddress(address = ''): string {
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}
