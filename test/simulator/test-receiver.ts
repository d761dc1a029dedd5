import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ownPort } from '../support/own-port';

export const directions = ['in', 'out', 'passby', 'turnback'] as const;
export type Counts = Record<(typeof directions)[number], number>;

export interface FlowMessage extends Counts {
  sn: string;
  startTime: number;
  endTime: number;
  time: number;
  dataMode?: string;
  inAdult: number;
  inChild: number;
  total: number;
  eventList: { id: number; timestamp: number; eventType: number; height: number; stayTime: number }[];
}
export interface HistoryMessage {
  sn: string;
  len: number;
  data: (Counts & { startTime: number; endTime: number; time: number })[];
}
export interface StayMessage {
  sn: string;
  time: number;
  currentStay: number;
  info: { id: number; height: number; staytime: number }[];
}
export interface HeartbeatMessage {
  sn: string;
  time: number;
}

type Verdict = { code: 0 | 1 | 2 } | { status: number } | { drop: true };

/** A small receiver of the protocol that keeps what it acknowledged, in the order of arrival. */
export class TestReceiver {
  readonly heartbeats: HeartbeatMessage[] = [];
  readonly flows: FlowMessage[] = [];
  readonly histories: HistoryMessage[] = [];
  readonly stays: StayMessage[] = [];
  unusable = 0;
  requests = 0;
  mostSockets = 0;
  /** Heartbeat reply data besides sn and time. */
  orders: Record<string, unknown> = {};
  /** The receiver's clock. */
  now: () => number = Date.now;
  /** Fate of an upload, before it is looked at. */
  verdict: (upload: Record<string, unknown>) => Verdict = () => ({ code: 0 });
  /** While it is pending, calls are heard and not answered. */
  callsAnswered: Promise<void> = Promise.resolve();
  #server: Server | undefined;
  #port = 0;
  readonly #waiting = new Set<() => void>();

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Listens, the second time on the port of before. */
  async start(): Promise<this> {
    const server = createServer((request, response) => void this.#answer(request, response));
    let sockets = 0;
    server.on('connection', (socket) => {
      sockets += 1;
      this.mostSockets = Math.max(this.mostSockets, sockets);
      socket.on('close', () => (sockets -= 1));
    });
    if (this.#port === 0) this.#port = await ownPort();
    await once(server.listen(this.#port, '127.0.0.1'), 'listening');
    this.#server = server;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  /** Resolves once the condition holds; looked at after every request. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    this.requests += 1;
    const verdict = this.#take(request.url ?? '', Buffer.concat(pieces).toString());
    if ('drop' in verdict) request.socket.destroy();
    else {
      response.statusCode = 'status' in verdict ? verdict.status : 200;
      const time = Math.floor(this.now() / 1000);
      const isHeartbeat = request.url?.endsWith('/heartBeat') === true;
      if (isHeartbeat) await this.callsAnswered;
      const data = { sn: '', time, ...(isHeartbeat ? this.orders : {}) };
      response.end(JSON.stringify({ code: 'code' in verdict ? verdict.code : 0, msg: '', data }));
    }
    for (const look of this.#waiting) look();
  }

  #take(path: string, text: string): Verdict {
    let message: Record<string, unknown>;
    try {
      message = JSON.parse(text) as Record<string, unknown>;
    } catch {
      // Cut off on purpose by the simulator.
      this.unusable += 1;
      return { code: 2 };
    }
    if (typeof message['sn'] !== 'string' || message['sn'] === '') {
      this.unusable += 1;
      return { code: 2 };
    }
    if (path === '/api/camera/heartBeat') {
      this.heartbeats.push(message as unknown as HeartbeatMessage);
      return { code: 0 };
    }
    if (path !== '/api/camera/dataUpload') return { status: 404 };
    const isStay = 'currentStay' in message;
    const verdict = isStay ? { code: 0 as const } : this.verdict(message);
    if (!('code' in verdict) || verdict.code !== 0) return verdict;
    if (isStay) this.stays.push(message as unknown as StayMessage);
    else if (Array.isArray(message['data'])) this.histories.push(message as unknown as HistoryMessage);
    else if (typeof message['in'] === 'number') this.flows.push(message as unknown as FlowMessage);
    else {
      this.unusable += 1;
      return { code: 2 };
    }
    return { code: 0 };
  }
}

/** Sums of the distinct reports of one camera that say what was added. */
export function distinctSum(flows: readonly FlowMessage[], sn: string): Counts {
  const distinct = new Map(
    flows.filter((flow) => flow.sn === sn).map((flow) => [JSON.stringify({ ...flow, dataMode: '' }), flow]),
  );
  return addUp([...distinct.values()]);
}

export function addUp(list: readonly Counts[]): Counts {
  const sum = { in: 0, out: 0, passby: 0, turnback: 0 };
  for (const counts of list) for (const direction of directions) sum[direction] += counts[direction];
  return sum;
}

/** Steps between running counters, as they arrived: the first is where counting begins, older ones are passed over. */
export function stepSum(flows: readonly FlowMessage[], sn: string): Counts {
  const sum = { in: 0, out: 0, passby: 0, turnback: 0 };
  let newest: FlowMessage | undefined;
  for (const flow of flows.filter((candidate) => candidate.sn === sn)) {
    const isNewer =
      newest === undefined ||
      flow.endTime > newest.endTime ||
      (flow.endTime === newest.endTime && flow.time >= newest.time && flow.total >= newest.total);
    if (!isNewer) continue;
    if (newest !== undefined) for (const d of directions) sum[d] += flow[d] - newest[d];
    newest = flow;
  }
  return sum;
}
