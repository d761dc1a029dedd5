import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Encryption } from '#shared/domain';
import { Broker, Subscriber } from '../../support/broker';
import { mosquitto, MosquittoBroker } from '../../support/mosquitto';
import { login, Postgres } from '../../support/postgres';
import { issueCertificate, type Issued } from '../../support/tls-authority';
import { reportOf, sn } from '../core/storage/support';
import { openShop } from './support';

vi.setConfig({ expect: { poll: { timeout: 60_000, interval: 20 } } });

/** Encrypted connections to servers whose certificate an authority of the owner's own has signed. */

let issued: Issued;
beforeAll(async () => {
  issued = await issueCertificate({ ip: '127.0.0.1' });
});

interface Server {
  port: number;
  up(): Promise<void>;
  down(): Promise<void>;
  dispose?(): Promise<void>;
}
const brokers: [string, () => Server][] = [
  ['Aedes', () => new Broker(null, issued)],
  ...(mosquitto === null ? [] : ([['Mosquitto', () => new MosquittoBroker(null, issued)]] as typeof brokers)),
];

describe.each(brokers)('MQTT with %s', (_name, make) => {
  it('is encrypted where that is set, and an unknown certificate is said where it is checked', async () => {
    const broker = make();
    await broker.up();
    onTestFinished(() => broker.dispose?.() ?? broker.down());
    const { test: core } = await openShop();
    await core.post(reportOf(0));
    const set = (encryption: Encryption) =>
      core.call('integrations.update', {
        mqtt: { isOn: true, host: '127.0.0.1', port: broker.port, encryption },
      });
    const status = async () => (await core.call('integrations.status', {})).mqtt;
    const problem = async () => (await core.call('integrations.test', { name: 'mqtt' })).problem;

    await set('verified');
    await expect.poll(status).toMatchObject({ state: 'trouble', problem: 'certificate' });
    expect(await problem()).toBe('certificate');
    await set('off');
    expect(await problem()).not.toBeNull();
    await set('on');
    expect(await problem()).toBeNull();
    await expect.poll(status).toMatchObject({ state: 'working', problem: null });
    const { installation } = await core.core.forwarding.config();
    const listener = await Subscriber.open(broker.port, 'foyer/#', {
      protocol: 'mqtts',
      ca: issued.authority,
    });
    onTestFinished(() => listener.close());
    const topic = `foyer/${String(installation).slice(0, 8)}/camera/${sn}`;
    await expect.poll(() => listener.messages.has(topic)).toBe(true);
  });
});

describe('PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await Postgres.start([], issued);
  });
  afterAll(() => server.dispose());

  it('is encrypted where that is set, and an unknown certificate is said where it is checked', async () => {
    const { test: core } = await openShop();
    await core.post(reportOf(0, { in: 3 }));
    const { user, password, database } = login;
    const set = (encryption: Encryption) =>
      core.call('integrations.update', {
        postgres: {
          ...{ isOn: true, host: '127.0.0.1', port: server.port },
          ...{ user, password, database, encryption },
        },
      });
    const status = async () => (await core.call('integrations.status', {})).postgres;
    const problem = async () => (await core.call('integrations.test', { name: 'postgres' })).problem;

    await set('verified');
    await expect.poll(status).toMatchObject({ state: 'trouble', problem: 'certificate' });
    expect(await problem()).toBe('certificate');
    // The server takes nobody who speaks in the open.
    await set('off');
    expect(await problem()).toBe('login');
    await set('on');
    expect(await problem()).toBeNull();
    await expect.poll(status).toMatchObject({ state: 'working', problem: null, waiting: 0 });
    expect(await server.query('SELECT "in" FROM foyer.report')).toEqual([{ in: '3' }]);
    const [line] = await server.query<{ ssl: boolean }>(
      "SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'Foyer'",
    );
    expect(line).toEqual({ ssl: true });
  });
});
