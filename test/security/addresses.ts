import { createServer } from 'node:net';

let other: Promise<string> | undefined;

/**
 * An address on which this computer is somebody else's. Systems that give it only one name for itself
 * attack from there: what holds against a neighbour must hold then, too.
 */
export function otherAddress(): Promise<string> {
  other ??= new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve('127.0.0.1'));
    probe.listen(0, '127.0.0.2', () => probe.close(() => resolve('127.0.0.2')));
  });
  return other;
}
