import autocannon from 'autocannon';
import { ReportMaker } from './bodies';

export interface LoadResult {
  /** Replies per second with code 0. */
  perSecond: number;
  accepted: number;
  /** Replies with another code, errors and time-outs. A measurement with any is worth nothing. */
  refused: number;
  latencyMs: { p50: number; p99: number; max: number };
}

export interface LoadOrder {
  url: string;
  connections: number;
  seconds: number;
}

/** Posts reports over keep-alive connections, each sending as soon as it has its answer. */
export interface Load {
  post(order: LoadOrder): Promise<LoadResult>;
  stop(): Promise<void>;
}

/** Reports for several servers: none of them gets one twice. */
export class MakersByServer {
  readonly #makers = new Map<string, ReportMaker>();

  constructor(private readonly persons: number) {}

  of(url: string): ReportMaker {
    let maker = this.#makers.get(url);
    if (!maker) this.#makers.set(url, (maker = new ReportMaker(this.persons)));
    return maker;
  }
}

/** Reports per second and connection, until a server has been measured. */
const FIRST_RATE = 160;

/** By autocannon, in this process. It is given about as many reports as the server takes in the time asked for. */
export function autocannonLoad(persons: number): Promise<Load> {
  const makers = new MakersByServer(persons);
  const rates = new Map<string, number>();
  const post = async ({ url, connections, seconds }: LoadOrder): Promise<LoadResult> => {
    const rate = rates.get(url) ?? FIRST_RATE;
    const result = await postByAutocannon(url, connections, Math.ceil(rate * seconds), makers.of(url));
    rates.set(url, result.perSecond / connections);
    return result;
  };
  return Promise.resolve({ post, stop: () => Promise.resolve() });
}

/**
 * All requests are made before the first of them is sent. To make one takes autocannon half as long as to send it,
 * and on a computer with few cores the server would wait for that.
 */
async function postByAutocannon(
  url: string,
  connections: number,
  reportsEach: number,
  reports: ReportMaker,
): Promise<LoadResult> {
  const amount = reportsEach * connections;
  let [nextConnection, accepted, refused, startedAt, endedAt] = [0, 0, 0, 0, 0];
  const result = await autocannon({
    url: `${url}/api/camera/dataUpload`,
    connections,
    amount,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    setupClient: (client) => {
      const camera = nextConnection++;
      client.setRequests(Array.from({ length: reportsEach }, () => ({ body: reports.next(camera) })));
      client.on('body', (bytes) => {
        if (bytes.includes('"code":0')) accepted++;
        else refused++;
        if (accepted + refused === amount) endedAt = performance.now();
      });
      startedAt = performance.now();
    },
  });
  return {
    perSecond: accepted / ((endedAt - startedAt) / 1000),
    accepted,
    refused: amount - accepted,
    latencyMs: { p50: result.latency.p50, p99: result.latency.p99, max: result.latency.max },
  };
}
