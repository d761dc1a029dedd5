import { hostAndPort } from '../listener';

/**
 * Who may talk to a port with pages at all. A browser in the shop can be made to send requests
 * here by any web page it shows, also under a foreign name that resolves to its address
 * (DNS rebinding). Keys do not help against that alone, so the headers that pages cannot forge decide first.
 */

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/** The values of `Host` that mean this listener: loopback names, and the addresses it is bound to. */
export function ownHosts(addresses: readonly string[], port: number): ReadonlySet<string> {
  const bound = addresses.map((address) => hostAndPort(address, port).toLowerCase());
  const hosts = [...loopbackNames.map((name) => `${name}:${String(port)}`), ...bound];
  // Browsers leave out the default port of http.
  return new Set(port === 80 ? [...hosts, ...hosts.map((host) => host.slice(0, -':80'.length))] : hosts);
}

export function isOwnHost(host: string | undefined, own: ReadonlySet<string>): boolean {
  return host !== undefined && own.has(host.toLowerCase());
}

export interface RequestSource {
  method: string;
  /** Whether it asks for data, not for a page or a part of one. */
  isApi: boolean;
  host: string;
  origin: string | undefined;
  /** `Sec-Fetch-Site`; also sent with requests that carry no `Origin`, such as images. */
  fetchSite: string | undefined;
}

/** Whether a page of somebody else is behind a request that reads data or changes something. */
export function isForeignRequest({ method, isApi, host, origin, fetchSite }: RequestSource): boolean {
  const harmless = !isApi && (method === 'GET' || method === 'HEAD');
  if (harmless) return false;
  if (origin !== undefined && origin !== `http://${host.toLowerCase()}`) return true;
  return fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none';
}
