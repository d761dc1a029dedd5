import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { Dashboards } from '../../src/main/dashboards';
import { RawConnection, rawConnection } from '../main/server/support';
import { silentLog, type TestCoreOptions } from '../support/core';
import { ownPort } from '../support/own-port';
import { countedIn, openPort, report, type Port } from './support';

export interface Shop extends Port {
  /** The owner's port. */
  owner: string;
  /** The port in the shop's network; on the loopback here, treated as the network it stands for. */
  guests: string;
  apiKey: string;
  dashboards: Dashboards;
  /** Folder of the pages. */
  pages: string;
  /** Headers of the owner: by key, and by the cookie of a browser. */
  byKey: { authorization: string };
  byCookie: { cookie: string };
  /** Lets a device in. @returns what it sends from then on */
  pair(): Promise<{ cookie: string }>;
  /** A link that lets one device in. */
  link(): string;
}

/** A whole Foyer as the app puts it together: camera port, the owner's port, and the one for guests. */
export async function openShop(options: TestCoreOptions = {}): Promise<Shop> {
  const port = await openPort({}, options);
  const pages = join(port.core.folder, 'pages');
  await mkdir(pages);
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Foyer</title><h1>Foyer</h1>');
  const dashboards = new Dashboards({
    core: () => port.core.core,
    clock: port.core.clock,
    log: silentLog,
    dataFolder: port.core.folder,
    rendererFolder: pages,
    sharingHost: '127.0.0.1',
  });
  onTestFinished(() => dashboards.close());
  await dashboards.load();
  expect(await dashboards.open(0)).toBeNull();
  const shared = await dashboards.sharing.update({ isOn: true, port: await ownPort() });
  const owner = dashboards.url ?? '';
  const guests = shared.ok ? (shared.result.urls[0] ?? '') : '';
  const { apiKey } = dashboards;
  const cookieOf = async (address: string) => {
    const opened = await fetch(address, { redirect: 'manual' });
    return { cookie: opened.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };
  const link = () => {
    const invited = dashboards.sharing.pair();
    return invited.ok ? (invited.result.urls[0] ?? '') : '';
  };
  return {
    ...port,
    ...{ owner, guests, apiKey, dashboards, pages, link },
    byKey: { authorization: `Bearer ${apiKey}` },
    byCookie: await cookieOf(`${owner}/?key=${apiKey}`),
    pair: () => cookieOf(link()),
  };
}

/** A camera more each time, and more of each: there is no end to unnamed cameras but the one that Foyer sets. */
const reportsOf = (camera: number) => 20 * 2 ** Math.min(camera, 3);

/**
 * Attacks while cameras go on reporting, and holds what is stored against what they sent.
 * @returns what the attack returns
 */
export async function whileCounting<T>(shop: Shop, attack: () => Promise<T>): Promise<T> {
  let isOver = false;
  const attacking = attack().finally(() => (isOver = true));
  // Looked at in the end; until then a failure is nobody's.
  attacking.catch(() => undefined);
  const serial = (camera: number) => `20100100${String(camera).padStart(8, '0')}`;
  let cameras = 0;
  do {
    expect(await report(shop, serial(cameras), reportsOf(cameras), 1)).toBe(reportsOf(cameras));
    cameras++;
  } while (!isOver);
  const outcome = await attacking;
  for (let camera = 0; camera < cameras; camera++) {
    expect(await countedIn(shop, serial(camera))).toBe(reportsOf(camera));
  }
  return outcome;
}

/** Tries everything, many at a time. */
export async function tryAll<T>(hostile: readonly T[], attempt: (one: T) => Promise<void>): Promise<void> {
  const rest = [...hostile];
  const lane = async (): Promise<void> => {
    for (let one = rest.pop(); one !== undefined; one = rest.pop()) await attempt(one);
  };
  await Promise.all(Array.from({ length: 20 }, lane));
}

/** Sends a request as it stands, on a connection of its own. @returns all that came back until it was closed */
export async function rawRequest(url: string, request: string): Promise<string> {
  const connection: RawConnection = await rawConnection(url);
  connection.write(request);
  return connection.untilClosed();
}

export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}
