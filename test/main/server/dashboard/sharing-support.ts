import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Outcome } from '#shared/contract';
import { createDashboardServer } from '../../../../src/main/server/dashboard-server';
import { ownHosts } from '../../../../src/main/server/dashboard/access';
import { Credentials } from '../../../../src/main/server/dashboard/credentials';
import type { GateOptions } from '../../../../src/main/server/dashboard/gate';
import { guestDoor } from '../../../../src/main/server/dashboard/guest-door';
import { Pairings } from '../../../../src/main/server/dashboard/pairings';
import { sharingHost } from '../../../../src/main/server/dashboard/sharing-host';
import { SharingPort } from '../../../../src/main/server/dashboard/sharing-port';
import { FakeClock, someMorning } from '../../../support/clock';
import { ownPort } from '../../../support/own-port';
import { memoryLog } from '../support';
import { AnsweringCore, folderWith } from './support';

export const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile Safari/604.1';

export interface SharingOptions {
  gate?: Pick<GateOptions, 'lockout' | 'rateLimit'>;
  /** Files of the pages. */
  files?: Record<string, string>;
}

/** The pages for phones as the app puts them together, on the loopback instead of the shop's network. */
export async function startSharing({ gate = {}, files }: SharingOptions = {}) {
  const core = new AnsweringCore();
  const clock = new FakeClock(someMorning);
  const log = memoryLog();
  const folder = await folderWith({});
  const rendererFolder = await folderWith(files ?? { 'index.html': '<h1>Foyer</h1>' });
  const credentials = await new Credentials(join(folder, 'credentials.json'), clock, log).load();
  let passedMs = 0;
  const pairings = new Pairings(() => passedMs);
  const port = new SharingPort({
    host: '127.0.0.1',
    addresses: () => [],
    credentials,
    log,
    createServer: () =>
      createDashboardServer({
        core,
        log,
        door: guestDoor(credentials, pairings),
        hosts: (own) => ownHosts(['127.0.0.1'], own),
        rendererFolder,
        events: { maxOfCaller: 2 },
        gate,
      }),
  });
  onTestFinished(async () => {
    await port.close();
    await credentials.close();
  });
  const revoked: string[] = [];
  const host = sharingHost({ port, credentials, pairings, clock, onKeyRevoked: (id) => revoked.push(id) });
  return {
    core,
    clock,
    log,
    folder,
    port,
    host,
    revoked,
    pass: (ms: number) => (passedMs += ms),
    async on(): Promise<string> {
      const { urls } = result(await host.update({ isOn: true, port: await ownPort() }));
      return urls[0] ?? '';
    },
    /** Lets a device in. @returns the headers that it sends from then on */
    async paired(userAgent = 'test'): Promise<{ cookie: string }> {
      const { urls } = result(host.pair());
      const answer = await fetch(urls[0] ?? '', { headers: { 'user-agent': userAgent } });
      return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
    },
  };
}

/** @throws with the reason, if it was refused */
export function result<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.result;
}
