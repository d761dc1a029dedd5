import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { MethodParams } from '#shared/contract';
import { Broker, Subscriber } from '../../support/broker';
import { mosquitto, MosquittoBroker } from '../../support/mosquitto';
import { reportOf, sn } from '../core/storage/support';
import { level, serialOf } from '../../../src/main/integrations/mqtt/topics';
import { MqttPublisher } from '../../../src/main/integrations/mqtt/publisher';
import { StatusKeeper } from '../../../src/main/integrations/status-keeper';
import { silentLog } from '../../support/core';
import { openShop, type Shop } from './support';

vi.setConfig({ expect: { poll: { timeout: 60_000, interval: 20 } } });

const login = { user: 'foyer', password: 'päss: word' };

interface Server {
  port: number;
  up(): Promise<void>;
  down(): Promise<void>;
  dispose?(): Promise<void>;
}

/** The same over a broker inside the test and, where it is installed, over a real Mosquitto. */
const brokers: [string, (login: { user: string; password: string } | null) => Server][] = [
  ['Aedes', (who) => new Broker(who)],
  ...(mosquitto === null ? [] : ([['Mosquitto', (who) => new MosquittoBroker(who)]] as typeof brokers)),
];

type Target = NonNullable<MethodParams<'integrations.update'>['mqtt']>;

async function connect({ test }: Shop, broker: Server, change: Target = {}): Promise<string> {
  await test.call('integrations.update', {
    mqtt: { isOn: true, host: '127.0.0.1', port: broker.port, ...change },
  });
  const { installation } = await test.core.forwarding.config();
  return `foyer/${String(installation).slice(0, 8)}`;
}

const statusOf = async ({ test }: Shop) => (await test.call('integrations.status', {})).mqtt;

/** A report of the minute that is now. */
async function reportNow({ test }: Shop, counts: { in: number; out: number }): Promise<void> {
  const end = test.clock.now() / 1000;
  await test.post({ ...reportOf(0), startTime: end - 60, endTime: end, time: end, ...counts });
}

describe.each(brokers)('with %s', (_name, make) => {
  async function start(who: typeof login | null = null): Promise<Server> {
    const broker = make(who);
    await broker.up();
    onTestFinished(() => broker.dispose?.() ?? broker.down());
    return broker;
  }

  async function listen(broker: Server, topics = '#'): Promise<Subscriber> {
    const subscriber = await Subscriber.open(broker.port, topics);
    onTestFinished(() => subscriber.close());
    return subscriber;
  }

  it('keeps the figures of the API as retained messages, and tells Home Assistant of them', async () => {
    const broker = await start();
    const shop = await openShop();
    await reportNow(shop, { in: 3, out: 1 });
    await shop.test.call('cameras.update', { sn, name: 'Front door' });
    const base = await connect(shop, broker);
    await expect.poll(() => statusOf(shop)).toMatchObject({ state: 'working', problem: null });
    // Who comes later finds all of it.
    const listener = await listen(broker);
    await expect
      .poll(() => listener.json(`${base}/camera/${sn}`))
      .toMatchObject({ in: 3, out: 1, status: 'online' });
    expect(listener.json(`${base}/site/main`)).toMatchObject({ in: 3, out: 1, inside: 2 });
    expect(listener.messages.get(`${base}/availability`)).toBe('online');
    const discovery = [...listener.messages.keys()].filter((topic) => topic.startsWith('homeassistant/'));
    expect(discovery).toHaveLength(5 + 6);
    for (const topic of discovery) {
      const config = listener.json(topic) as Record<string, string> & { device: { name: string } };
      expect(topic.split('/')).toHaveLength(4);
      expect(topic).toContain(`/${String(config['unique_id'])}/config`);
      expect(['My shop', 'Front door']).toContain(config.device.name);
      // What the template asks for is in what the topic tells.
      const key = /value_json(?:\.|\[')(\w+)/.exec(config['value_template'] ?? '')?.[1] ?? '';
      expect(listener.json(config['state_topic'] ?? '')).toHaveProperty(key);
      expect(listener.messages.has(config['availability_topic'] ?? '')).toBe(true);
    }
    expect([...listener.messages.keys()].every((topic) => listener.retained.has(topic))).toBe(true);

    shop.test.clock.advance(60_000);
    await reportNow(shop, { in: 2, out: 0 });
    const camera = await shop.test.camera(sn);
    await expect
      .poll(() => listener.json(`${base}/camera/${sn}`))
      .toEqual({
        ...camera.today,
        inView: camera.stay.current,
        asOf: camera.stay.asOf,
        status: camera.status,
      });
    expect(camera.today.in).toBe(5);
    await shop.close();
    await expect.poll(() => listener.messages.get(`${base}/availability`)).toBe('offline');
  });

  it('tells everything anew to a broker that was restarted', async () => {
    const broker = await start();
    const shop = await openShop();
    await reportNow(shop, { in: 1, out: 0 });
    await connect(shop, broker, { isOn: false });
    const { config, installation } = await shop.test.core.forwarding.config();
    const keeper = new StatusKeeper('MQTT', shop.test.clock, silentLog);
    const deps = {
      core: shop.test.core,
      settings: config.mqtt,
      password: null,
      version: '1',
      log: silentLog,
    };
    const publisher = new MqttPublisher({
      ...deps,
      installation: installation ?? '',
      status: keeper,
      reconnectMs: 50,
    });
    onTestFinished(() => publisher.stop());
    await expect.poll(() => keeper.get(null).state).toBe('working');
    await broker.down();
    await expect.poll(() => keeper.get(null)).toMatchObject({ state: 'trouble', problem: 'unreachable' });
    await reportNow(shop, { in: 7, out: 0 });
    await broker.up();
    const listener = await listen(broker, 'foyer/#');
    const { in: visitors } = (await shop.test.camera(sn)).today;
    const topic = `foyer/${String(installation).slice(0, 8)}/camera/${sn}`;
    await expect.poll(() => listener.json(topic)).toMatchObject({ in: visitors });
    await expect.poll(() => keeper.get(null)).toMatchObject({ state: 'working', problem: null });
  });

  it('takes away what it told of a camera that is removed or put away, also while the broker was gone', async () => {
    const broker = await start();
    const shop = await openShop();
    const serials = ['ST.ays', 'a.b:c', 'GONE', 'RETIRED', 'LATER'];
    for (const serial of serials) await shop.test.post({ ...reportOf(0), sn: serial });
    const base = await connect(shop, broker);
    const listener = await listen(broker);
    const told = () => [...listener.messages].filter(([, payload]) => payload !== '').map(([topic]) => topic);
    const about = (serial: string) => told().filter((topic) => topic.includes(serial));
    await expect.poll(() => told().length).toBe(1 + 1 + 5 + 5 * 7);
    await shop.test.call('cameras.remove', { sn: 'GONE' });
    await shop.test.call('cameras.update', { sn: 'RETIRED', state: 'retired' });
    await expect.poll(() => [...about('GONE'), ...about('RETIRED')]).toEqual([]);
    await shop.test.call('cameras.update', { sn: 'RETIRED', state: 'active' });
    await expect.poll(() => about('RETIRED').length).toBe(7);

    // Now nobody can tell the broker, which keeps all of it.
    await connect(shop, broker, { isOn: false });
    await shop.test.call('cameras.remove', { sn: 'a.b:c' });
    await shop.test.call('cameras.update', { sn: 'LATER', state: 'retired' });
    expect(about('a_2eb_3ac')).toHaveLength(7);
    await connect(shop, broker);
    await expect.poll(() => [...about('a_2eb_3ac'), ...about('LATER')]).toEqual([]);
    await expect
      .poll(() => told().sort())
      .toEqual(
        [
          ...[`${base}/availability`, `${base}/site/main`],
          ...told().filter((topic) => topic.includes('site_main') || /ST_2eays|RETIRED/.test(topic)),
        ].sort(),
      );
    const late = await listen(broker);
    await expect.poll(() => late.messages.size).toBe(1 + 1 + 5 + 2 * 7);
  });

  it('shows a password where one is asked for, and says what is wrong', async () => {
    const broker = await start(login);
    const shop = await openShop();
    await connect(shop, broker, { ...login, password: 'wrong' });
    await expect.poll(() => statusOf(shop)).toMatchObject({ state: 'trouble', problem: 'login' });
    expect(await shop.test.call('integrations.test', { name: 'mqtt' })).toEqual({ problem: 'login' });
    await connect(shop, broker, login);
    expect(await shop.test.call('integrations.test', { name: 'mqtt' })).toEqual({ problem: null });
    await expect.poll(() => statusOf(shop)).toMatchObject({ state: 'working', problem: null });
    await connect(shop, broker, { host: 'nowhere.invalid' });
    expect(await shop.test.call('integrations.test', { name: 'mqtt' })).toEqual({ problem: 'unknown-host' });
  });

  it('makes topics of nothing but ids, whatever names and serials there are', async () => {
    const broker = await start();
    const shop = await openShop();
    const serials = ['a.b', 'a:b', 'a_b', 'A_2eb'];
    for (const serial of serials) {
      await shop.test.post({ ...reportOf(0), sn: serial });
      await shop.test.call('cameras.update', { sn: serial, name: 'x/+/#\u0000"}{{ 1+1 }}\ud800' });
    }
    await shop.test.call('sites.update', { id: 'main', name: '../+/#' });
    const base = await connect(shop, broker);
    await expect.poll(() => statusOf(shop)).toMatchObject({ state: 'working' });
    const listener = await listen(broker);
    await expect.poll(() => listener.messages.size).toBe(1 + 1 + 4 + 5 + 4 * 6);
    for (const topic of listener.messages.keys()) expect(topic).toMatch(/^[\w/-]+$/);
    expect(
      [...listener.messages.keys()].filter((topic) => topic.startsWith(`${base}/camera/`)).sort(),
    ).toEqual(['A_5f2eb', 'a_2eb', 'a_3ab', 'a_5fb'].map((level) => `${base}/camera/${level}`));
  });
});

it('says that the broker is gone in the name of a Foyer that was killed', async () => {
  const broker = new Broker();
  await broker.up();
  onTestFinished(() => broker.down());
  const shop = await openShop();
  const base = await connect(shop, broker);
  await expect.poll(() => statusOf(shop)).toMatchObject({ state: 'working' });
  const listener = await Subscriber.open(broker.port, '#');
  onTestFinished(() => listener.close());
  await expect.poll(() => listener.messages.get(`${base}/availability`)).toBe('online');
  broker.cutFirst();
  await expect.poll(() => listener.messages.get(`${base}/availability`)).toBe('offline');
});

it.each(['2010', 'a.b:c', 'A_2eb', '_', 'x-_.:y'])('knows the serial %s by its topic', (serial) => {
  expect(serialOf(level(serial))).toBe(serial);
});
