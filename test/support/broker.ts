import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Aedes } from 'aedes';
import { connect, type IClientOptions, type MqttClient } from 'mqtt';
import { ownPort } from './own-port';

/** An MQTT broker inside the test, which forgets everything when it is restarted. */
export class Broker {
  #broker: Aedes | null = null;
  #server: Server | null = null;
  readonly #sockets = new Set<Socket>();
  port = 0;

  constructor(
    private readonly login: { user: string; password: string } | null = null,
    private readonly tls: { key: string; cert: string } | null = null,
  ) {}

  /** On the port it had before, if it had one. */
  async up(): Promise<void> {
    const broker = await Aedes.createBroker();
    const { login } = this;
    broker.authenticate = (_client, user, password, done) => {
      done(null, !login || (user === login.user && password?.toString() === login.password));
    };
    const handle = (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      // Whoever does not believe the certificate hangs up.
      socket.on('error', () => undefined);
      broker.handle(socket);
    };
    const server = this.tls ? createTlsServer(this.tls, handle) : createServer(handle);
    if (this.port === 0) this.port = await ownPort();
    await once(server.listen(this.port, '127.0.0.1'), 'listening');
    this.#broker = broker;
    this.#server = server;
  }

  /** The oldest connection breaks off without a goodbye, as when its program is killed. */
  cutFirst(): void {
    const [first] = this.#sockets;
    first?.destroy();
  }

  /** Connections break off as when its computer goes down. */
  async down(): Promise<void> {
    const [server, broker] = [this.#server, this.#broker];
    if (!server || !broker) return;
    this.#server = null;
    const closed = new Promise((done) => server.close(done));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    await new Promise<void>((done) => {
      broker.close(done);
    });
  }
}

/** Who listens: the newest payload of each topic, as text. */
export class Subscriber {
  readonly messages = new Map<string, string>();
  readonly retained = new Set<string>();

  private constructor(private readonly client: MqttClient) {
    client.on('message', (topic, payload, { retain }) => {
      this.messages.set(topic, payload.toString());
      if (retain) this.retained.add(topic);
    });
  }

  static async open(
    port: number,
    topics: string,
    options: Pick<IClientOptions, 'username' | 'password' | 'protocol' | 'ca'> = {},
  ): Promise<Subscriber> {
    const client = connect({ host: '127.0.0.1', port, protocol: 'mqtt', reconnectPeriod: 50, ...options });
    const subscriber = new Subscriber(client);
    await new Promise<void>((done) =>
      client.once('connect', () => {
        done();
      }),
    );
    await client.subscribeAsync(topics);
    return subscriber;
  }

  /** Payload as JSON; `undefined` while there is none. */
  json(topic: string): unknown {
    const text = this.messages.get(topic);
    return text === undefined ? undefined : JSON.parse(text);
  }

  async close(): Promise<void> {
    await this.client.endAsync(true);
  }
}
