import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { MakersByServer, type LoadOrder, type LoadResult } from './load';
import { percentile } from './stats';

/**
 * A program that posts over keep-alive connections, each sending as soon as it has its answer, and does as little
 * else as possible: bare sockets, the head of a request made once. It costs two thirds of what
 * autocannon does, so that on a computer with few cores more of what is measured is the server.
 */

const makers = new MakersByServer(Number(process.argv[2]));

class Connection {
  accepted = 0;
  refused = 0;
  readonly latenciesMs: number[] = [];
  #answer = '';
  #sentAt = 0;
  #isOver = false;
  readonly #head: string;
  readonly ended: Promise<unknown>;

  constructor(
    private readonly socket: Socket,
    host: string,
    private readonly body: () => string,
  ) {
    this.#head = `POST /api/camera/dataUpload HTTP/1.1\r\nHost: ${host}\r\nConnection: keep-alive\r\nContent-Type: application/json\r\nContent-Length: `;
    this.ended = once(socket, 'close');
    socket
      .setNoDelay(true)
      .setEncoding('latin1')
      .on('data', (text: string) => this.#take(text));
    socket.on('error', () => this.refused++);
  }

  post(): void {
    const body = this.body();
    this.#sentAt = performance.now();
    this.socket.write(`${this.#head}${String(body.length)}\r\n\r\n${body}`, 'latin1');
  }

  /** The answer under way is still waited for. */
  end(): void {
    this.#isOver = true;
  }

  #take(text: string): void {
    this.#answer = this.#answer === '' ? text : this.#answer + text;
    const bodyAt = this.#answer.indexOf('\r\n\r\n') + 4;
    if (bodyAt < 4) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#answer)?.[1];
    if (this.#answer.length - bodyAt < Number(length)) return;
    if (this.#answer.startsWith('HTTP/1.1 200') && this.#answer.includes('"code":0', bodyAt)) this.accepted++;
    else this.refused++;
    this.#answer = '';
    this.latenciesMs.push(performance.now() - this.#sentAt);
    if (this.#isOver) this.socket.destroy();
    else this.post();
  }
}

async function post(order: LoadOrder): Promise<LoadResult> {
  const { hostname, port, host } = new URL(order.url);
  const reports = makers.of(order.url);
  const connections: Connection[] = [];
  for (let camera = 0; camera < order.connections; camera++) {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    connections.push(new Connection(socket, host, () => reports.next(camera)));
  }
  const startedAt = performance.now();
  for (const connection of connections) connection.post();
  await new Promise((resolve) => setTimeout(resolve, order.seconds * 1000));
  const accepted = sum(connections, 'accepted');
  const seconds = (performance.now() - startedAt) / 1000;
  for (const connection of connections) connection.end();
  await Promise.all(connections.map(({ ended }) => ended));
  const latenciesMs = connections.flatMap((connection) => connection.latenciesMs);
  return {
    perSecond: accepted / seconds,
    accepted: sum(connections, 'accepted'),
    refused: sum(connections, 'refused'),
    latencyMs: {
      p50: percentile(latenciesMs, 0.5),
      p99: percentile(latenciesMs, 0.99),
      max: percentile(latenciesMs, 1),
    },
  };
}

function sum(connections: readonly Connection[], what: 'accepted' | 'refused'): number {
  return connections.reduce((total, connection) => total + connection[what], 0);
}

process.on('message', (order: LoadOrder) => {
  post(order).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('SIGTERM', () => process.exit(0));
process.stdout.write('{}\n');
