import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { isIPv6, type AddressInfo } from 'node:net';
import { tell, type Told } from '#shared/sentences';

export type Server = HttpServer | HttpsServer;

/** A server that is listening. */
export interface Listener {
  /** The real port, also where port 0 was asked for. */
  port: number;
  /** Stops accepting, lets requests in flight finish for up to `graceMs`, then cuts what is left. */
  close(graceMs?: number): Promise<void>;
}

/** Why a server cannot listen, with a sentence for the owner. */
export interface ListenFailure extends Told {
  reason: 'in-use' | 'not-allowed' | 'no-such-address' | 'other';
}

export type ListenOutcome = { ok: true; listener: Listener } | { ok: false; failure: ListenFailure };

/** @param port 0–65535; 0 takes a free one */
export async function listen(server: Server, host: string, port: number): Promise<ListenOutcome> {
  server.listen({ host, port });
  try {
    await once(server, 'listening');
  } catch (error) {
    return { ok: false, failure: describe(error, host, port) };
  }
  return {
    ok: true,
    listener: {
      port: (server.address() as AddressInfo).port,
      close: (graceMs = 5_000) => closeGently(server, graceMs),
    },
  };
}

async function closeGently(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // Node closes connections that are idle now, but not those that fall idle after their last answer.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, 20);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

function describe(error: unknown, host: string, port: number): ListenFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return { reason: 'in-use', ...tell('port-in-use', { port }) };
    case 'EACCES':
      return { reason: 'not-allowed', ...tell('port-not-allowed', { port }) };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { reason: 'no-such-address', ...tell('no-such-address', { host }) };
    default:
      return { reason: 'other', ...tell('port-failed', { port, cause: String(code ?? error) }) };
  }
}

/** `host:port` as it stands in an address; an IPv6 host gets its brackets. */
export function hostAndPort(host: string, port: number): string {
  return `${isIPv6(host) ? `[${host}]` : host}:${String(port)}`;
}

/** The address under which programs on this computer reach a listener. */
export function localUrl(host: string, port: number, scheme: 'http' | 'https' = 'http'): string {
  const anyAddress = host === '0.0.0.0' || host === '::';
  return `${scheme}://${hostAndPort(anyAddress ? '127.0.0.1' : host, port)}`;
}
