import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { SharingHost } from './core/sharing-types';
import type { Clock, Core, Log } from './core/types';
import { createDashboardServer, type DashboardServer } from './server/dashboard-server';
import { ownHosts } from './server/dashboard/access';
import { Credentials } from './server/dashboard/credentials';
import { guestDoor } from './server/dashboard/guest-door';
import { newKey } from './server/dashboard/keys';
import { ownerDoor } from './server/dashboard/owner-door';
import { Pairings } from './server/dashboard/pairings';
import { sharingHost } from './server/dashboard/sharing-host';
import { SharingPort } from './server/dashboard/sharing-port';
import { listen, localUrl, type Listener, type ListenFailure } from './server/listener';
import { allAddresses, reachableAddresses } from './server/network-addresses';

export interface DashboardsOptions {
  /** Open once the ports are. */
  core: () => Core;
  clock: Clock;
  log: Log;
  dataFolder: string;
  rendererFolder: string;
  /** Where the pages for phones are, when they are shared: an address of this computer, or all. */
  sharingHost: string;
}

/** Owners come from this computer alone; what others may see has a listener of its own. */
const ownersHost = '127.0.0.1';
/** Phones see one page each, and the few that they open beside it. */
const guestEvents = { maxOfCaller: 6 };

/** The two listeners with pages: one for the owner on this computer, one for guests in the shop's network. */
export class Dashboards {
  /** Opens the owner's dashboard and API for this run. */
  readonly apiKey = newKey();
  readonly sharing: SharingHost;
  readonly #port: SharingPort;
  #owners: { server: DashboardServer; listener: Listener } | null = null;

  readonly #credentials: Credentials;

  constructor(private readonly options: DashboardsOptions) {
    const { clock, log, dataFolder, sharingHost: host } = options;
    const credentials = new Credentials(join(dataFolder, 'credentials.json'), clock, log);
    this.#credentials = credentials;
    const pairings = new Pairings();
    const isEverywhere = host === '0.0.0.0' || host === '::';
    this.#port = new SharingPort({
      host,
      addresses: () => reachableAddresses(networkInterfaces()).map(({ address }) => address),
      credentials,
      createServer: () =>
        createDashboardServer({
          ...this.#pages(),
          door: guestDoor(credentials, pairings),
          // Asked each time: a router may give this computer another address at any moment.
          hosts: (port) => ownHosts(isEverywhere ? allAddresses(networkInterfaces()) : [host], port),
          events: guestEvents,
        }),
      log,
    });
    const onKeyRevoked = (id: string) => this.#owners?.server.dismiss(id);
    this.sharing = sharingHost({ port: this.#port, credentials, pairings, clock, onKeyRevoked });
  }

  /** Address of the owner's dashboard; `null` while it is not open. */
  get url(): string | null {
    return this.#owners && localUrl(ownersHost, this.#owners.listener.port);
  }

  /** Takes up who has a key. Until then nobody has one but the owner. */
  async load(): Promise<void> {
    await this.#credentials.load();
  }

  /** Opens both, the guests' only if the owner shares. @returns why the owner's could not be opened */
  async open(port: number): Promise<ListenFailure | null> {
    const runKeys = [{ key: this.apiKey, role: 'manage' as const }];
    const server = await createDashboardServer({
      ...this.#pages(),
      door: ownerDoor(runKeys, this.#credentials),
      hosts: (ownPort) => ownHosts([ownersHost], ownPort),
    });
    const outcome = await listen(server.server, ownersHost, port);
    if (outcome.ok) this.#owners = { server, listener: outcome.listener };
    else server.endStreams();
    await this.#port.start();
    return outcome.ok ? null : outcome.failure;
  }

  async close(): Promise<void> {
    this.#owners?.server.endStreams();
    await Promise.all([this.#owners?.listener.close(), this.#port.close()]);
    await this.#credentials.close();
  }

  #pages() {
    const { core, log, rendererFolder } = this.options;
    return { core: core(), log, rendererFolder };
  }
}
