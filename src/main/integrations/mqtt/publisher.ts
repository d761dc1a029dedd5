import { randomUUID } from 'node:crypto';
import type { MqttClient } from 'mqtt';
import type { FoyerEvent } from '#shared/contract';
import type { CameraSummary, MqttSettings, SiteSummary } from '#shared/domain';
import type { Core, Log } from '../../core/types';
import { within } from '../network-problem';
import type { Running } from '../outlet';
import type { StatusKeeper } from '../status-keeper';
import { mqttProblem, open } from './connect';
import { LeftBehind } from './left-behind';
import { cameraMessages, siteMessages, withoutCamera, type Message } from './messages';
import { topicsOf, type Topics } from './topics';

export interface PublisherDeps {
  core: Pick<Core, 'invoke' | 'subscribe'>;
  settings: MqttSettings;
  password: string | null;
  installation: string;
  version: string;
  status: StatusKeeper;
  log: Log;
  reconnectMs?: number;
}

/** In a busy shop something changes every second; the newest of each topic is enough. */
const groupMs = 500;
const goodbyeWithinMs = 2_000;

/**
 * Keeps a broker's retained messages as the API would answer now. Nothing waits while the broker is away: when
 * it is back it is told everything.
 */
export class MqttPublisher implements Running {
  #topics: Topics;
  #client: Promise<MqttClient>;
  #unsubscribe: () => void;
  /** What the broker was told in this connection, and what is still to be told. */
  #told = new Map<string, string>();
  #next = new Map<string, string>();
  #timer: NodeJS.Timeout | null = null;
  readonly #leftBehind: LeftBehind;
  /** Cameras that there are, as they were asked for after the connection was made. */
  #known: Set<string> | null = null;
  #isOnline = false;

  constructor(private readonly deps: PublisherDeps) {
    const { settings, installation, core } = deps;
    this.#topics = topicsOf(settings.topic, settings.discoveryTopic, installation);
    this.#leftBehind = new LeftBehind(this.#topics, deps.log, () => {
      this.#takeAwayStrangers();
    });
    this.#unsubscribe = core.subscribe((event) => {
      this.#onEvent(event);
    });
    deps.status.waiting();
    this.#client = this.#open();
    this.#client.catch((error: unknown) => {
      deps.status.trouble(mqttProblem(error));
    });
  }

  async stop(): Promise<void> {
    this.#unsubscribe();
    if (this.#timer) clearTimeout(this.#timer);
    const client = await this.#client.catch(() => null);
    if (!client) return;
    try {
      if (this.#isOnline)
        await within(this.#publish(client, this.#topics.availability, 'offline'), goodbyeWithinMs);
    } catch {
      // The broker is away: it has said so itself, in our name.
    }
    await within(client.endAsync(true), goodbyeWithinMs).catch(() => undefined);
  }

  async #open(): Promise<MqttClient> {
    const { settings, password, status, reconnectMs = 10_000 } = this.deps;
    const will = {
      topic: this.#topics.availability,
      payload: Buffer.from('offline'),
      qos: 1,
      retain: true,
    } as const;
    const client = await open(settings, password, {
      clientId: `foyer-${randomUUID().slice(0, 13)}`,
      reconnectPeriod: reconnectMs,
      will,
    });
    this.#leftBehind.listen(client);
    let problem: unknown = null;
    client.on('error', (error) => (problem = error));
    client.on('connect', () => {
      problem = null;
      this.#isOnline = true;
      void this.#tellEverything(client);
    });
    client.on('close', () => {
      this.#isOnline = false;
      this.#known = null;
      this.#told.clear();
      status.trouble(problem === null ? 'unreachable' : mqttProblem(problem));
    });
    return client;
  }

  /** After each connection: a broker that was restarted may have forgotten all of it. */
  async #tellEverything(client: MqttClient): Promise<void> {
    const { core, log, status } = this.deps;
    try {
      await this.#publish(client, this.#topics.availability, 'online');
      const [cameras, sites] = await Promise.all([
        core.invoke('cameras.list', {}, 'view'),
        core.invoke('sites.list', {}, 'view'),
      ]);
      if (!cameras.ok || !sites.ok) throw new Error('The figures cannot be asked for');
      for (const site of sites.result as SiteSummary[])
        this.#put(siteMessages(this.#topics, this.deps.version, site));
      const listed = cameras.result as CameraSummary[];
      for (const camera of listed) this.#put(cameraMessages(this.#topics, this.deps.version, camera));
      this.#known = new Set(listed.map(({ sn }) => sn));
      this.#takeAwayStrangers();
      await this.#flush();
      if (this.#isOnline) status.delivered();
    } catch (error) {
      if (this.#isOnline) log.error('MQTT: the figures could not be told', error);
    }
  }

  #onEvent({ name, data }: FoyerEvent): void {
    if (name === 'replaced') void this.#client.then((client) => this.#tellEverything(client));
    if (name === 'replaced' || name === 'quality' || name === 'edited') return;
    this.#put(siteMessages(this.#topics, this.deps.version, data.site));
    if (name === 'removed') {
      this.#known?.delete(data.sn);
      this.#put(withoutCamera(this.#topics, data.sn));
    } else {
      this.#known?.add(data.camera.sn);
      this.#put(cameraMessages(this.#topics, this.deps.version, data.camera));
    }
    this.#flushSoon();
  }

  #flushSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#flush();
    }, groupMs);
  }

  /** Cameras that were removed while the broker, or Foyer, was away. */
  #takeAwayStrangers(): void {
    const { serials } = this.#leftBehind;
    const strangers = this.#known ? [...serials].filter((sn) => !this.#known?.has(sn)) : [];
    for (const sn of strangers) this.#put(withoutCamera(this.#topics, sn));
    if (strangers.length > 0) this.#flushSoon();
  }

  #put(messages: readonly Message[]): void {
    for (const { topic, payload } of messages) this.#next.set(topic, payload);
  }

  async #flush(): Promise<void> {
    const client = await this.#client;
    const next = [...this.#next].filter(([topic, payload]) => this.#told.get(topic) !== payload);
    this.#next.clear();
    if (!this.#isOnline) return;
    try {
      for (const [topic, payload] of next) {
        this.#told.set(topic, payload);
        await this.#publish(client, topic, payload);
      }
      if (next.length > 0) this.deps.status.delivered();
    } catch {
      // The connection broke meanwhile; the next one begins with everything.
      this.#told.clear();
    }
  }

  async #publish(client: MqttClient, topic: string, payload: string): Promise<void> {
    await client.publishAsync(topic, payload, { qos: 1, retain: true });
  }
}
