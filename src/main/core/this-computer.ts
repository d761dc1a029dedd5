/**
 * Exactly the addresses under which a computer calls itself. What calls from there needs no network to do
 * harm, and the demo camera and the simulator live there.
 */
export function isThisComputer(address: string): boolean {
  return address === '127.0.0.1' || address === '::1';
}
