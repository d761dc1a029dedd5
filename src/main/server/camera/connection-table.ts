import type { Socket } from 'node:net';

/** Of one address. Quiet are those that no answer is being worked out for, the quietest first. */
interface Connections {
  all: Map<string, Socket>;
  quiet: Set<string>;
}

/**
 * Every connection to the camera port. When there are too many, somebody has to go, and that is a
 * connection which has been waiting for its sender longest: one that was opened and forgotten, or that
 * drips its headers for half a minute. A camera sends at once what it connects for.
 */
export class ConnectionTable {
  #byAddress = new Map<string, Connections>();
  #count = 0;

  /** @param shareOf how many an address may have */
  constructor(
    private readonly most: number,
    private readonly shareOf: (address: string) => number,
  ) {}

  get count(): number {
    return this.#count;
  }

  /** Makes room for a new connection, if need be by closing another. With nothing to close it is closed itself. */
  add(address: string, socket: Socket): void {
    if (!this.#hasRoomFor(address)) {
      socket.destroy();
      return;
    }
    const key = keyOf(socket);
    const own = this.#byAddress.get(address) ?? { all: new Map(), quiet: new Set() };
    this.#byAddress.set(address, own);
    own.all.set(key, socket);
    own.quiet.add(key);
    this.#count++;
    socket.once('close', () => {
      if (own.all.get(key) === socket) this.#remove(address, own, key);
    });
  }

  /** A request is there in full: its connection is not closed before it was answered. */
  busy(address: string, socket: Socket): void {
    this.#byAddress.get(address)?.quiet.delete(keyOf(socket));
  }

  quiet(address: string, socket: Socket): void {
    const own = this.#byAddress.get(address);
    const key = keyOf(socket);
    if (own?.all.has(key)) own.quiet.add(key);
  }

  #hasRoomFor(address: string): boolean {
    const own = this.#byAddress.get(address);
    if (own && own.all.size >= this.shareOf(address)) return this.#closeQuietest(address);
    return this.#count < this.most || this.#closeQuietest(this.#largest());
  }

  #largest(): string | undefined {
    let [largest, most]: [string | undefined, number] = [undefined, 0];
    for (const [address, { all, quiet }] of this.#byAddress) {
      if (quiet.size > 0 && all.size > most) [largest, most] = [address, all.size];
    }
    return largest;
  }

  #closeQuietest(address: string | undefined): boolean {
    const connections = address === undefined ? undefined : this.#byAddress.get(address);
    const [key] = connections?.quiet ?? [];
    if (address === undefined || !connections || key === undefined) return false;
    const socket = connections.all.get(key);
    this.#remove(address, connections, key);
    socket?.destroy();
    return true;
  }

  #remove(address: string, connections: Connections, key: string): void {
    connections.all.delete(key);
    connections.quiet.delete(key);
    this.#count--;
    if (connections.all.size === 0) this.#byAddress.delete(address);
  }
}

/** Asked twice for every message, and worth remembering: each part of it is a call into the system. */
const keys = new WeakMap<Socket, string>();

/** The same for a connection and for the encrypted one that runs over it. */
function keyOf(socket: Socket): string {
  let key = keys.get(socket);
  if (key === undefined) {
    const { remoteAddress, remotePort, localPort } = socket;
    key = `${remoteAddress ?? ''} ${String(remotePort)} ${String(localPort)}`;
    keys.set(socket, key);
  }
  return key;
}
