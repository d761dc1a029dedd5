import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Everything at once that a hostile device in the network could think of, again and again until it is stopped. */
export interface Attack {
  /** Requests that were answered, and connections that were opened. */
  readonly answered: number;
  readonly opened: number;
  stop(): Promise<void>;
}

export interface AttackSize {
  /** Connections that send messages without pause. */
  floods: number;
  /** Connections that say nothing, or drip. */
  idle: number;
  /** Megabytes of the largest bodies. */
  largestMib: number;
}

const ignore = (): void => undefined;

/** @param from address of this computer that plays the hostile device */
export function attack(url: string, from: string, size: AttackSize): Attack {
  const { hostname, port } = new URL(url);
  const state = { isOver: false, answered: 0, opened: 0, serial: 0 };
  const sockets = new Set<Socket>();
  const agent = new Agent({ keepAlive: true, maxSockets: size.floods });

  function open(first: string): Socket {
    const socket = connect({ host: hostname, port: Number(port), localAddress: from });
    sockets.add(socket);
    state.opened++;
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.resume().write(first);
    return socket;
  }

  function send(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<void> {
    return new Promise((resolve) => {
      const options = {
        host: hostname,
        port,
        path: '/dataUpload',
        method: 'POST',
        localAddress: from,
        agent,
      };
      const length = { 'content-length': Buffer.byteLength(body) };
      const sent = request({ ...options, headers: { ...length, ...headers } }, (response) => {
        state.answered++;
        response.resume().on('close', resolve);
      });
      // Being cut off is part of it, also after the answer.
      sent.on('socket', quieten).on('error', () => resolve());
      sent.end(body);
    });
  }

  function quieten(socket: Socket): void {
    if (!sockets.has(socket) && socket.listenerCount('error', ignore) === 0) socket.on('error', ignore);
  }

  async function until(work: () => Promise<unknown>): Promise<void> {
    while (!state.isOver) {
      await work();
      await new Promise(setImmediate);
    }
  }

  const large = size.largestMib * 1024 * 1024;
  const bomb = gzipSync(Buffer.alloc(17 * 1024 * 1024));
  const nuisances = [
    () => send(bomb, { 'content-encoding': 'gzip' }),
    () => send('['.repeat(large)),
    () => send(`{"sn":"A","data":[${'{},'.repeat(large / 3)}{}]}`),
    () => send(`{"__proto__":{"in":1},"sn":"<b>","endTime":1e400}`),
  ];
  const openings = [
    '',
    'POST /dataUpload HTTP/1.1\r\nX: ',
    'POST /dataUpload HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n{',
    'GET /../../etc/passwd HTTP/1.1\r\n\r\nnonsense\r\n\r\n',
    'POST /dataUpload HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}'.repeat(100),
  ];
  const work = [
    ...Array.from({ length: size.floods }, () =>
      until(() => send(JSON.stringify({ sn: `EVIL-${String(state.serial++)}`, endTime: 1773133200, in: 1 }))),
    ),
    until(async () => {
      for (const nuisance of nuisances) if (!state.isOver) await nuisance();
    }),
    until(async () => {
      while (sockets.size < size.idle) open(openings[state.opened % openings.length] ?? '');
      for (const socket of sockets) if (socket.writable) socket.write('a');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }),
  ];
  return {
    get answered() {
      return state.answered;
    },
    get opened() {
      return state.opened;
    },
    stop: async () => {
      state.isOver = true;
      agent.destroy();
      for (const socket of sockets) socket.destroy();
      await Promise.all(work);
    },
  };
}
