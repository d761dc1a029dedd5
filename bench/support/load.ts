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

/** By autocannon, in this process. */
export function autocannonLoad(persons: number): Promise<Load> {
  const makers = new MakersByServer(persons);
  const post = (order: LoadOrder) => postByAutocannon(order, makers.of(order.url));
  return Promise.resolve({ post, stop: () => Promise.resolve() });
}

async function postByAutocannon(
  { url, connections, seconds }: LoadOrder,
  reports: ReportMaker,
): Promise<LoadResult> {
  let nextConnection = 0;
  let accepted = 0;
  let refused = 0;
  const result = await autocannon({
    url: `${url}/api/camera/dataUpload`,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    setupClient: (client) => {
      const connection = nextConnection++;
      const takeNext = () => {
        client.setBody(reports.next(connection));
      };
      takeNext();
      client.on('body', (bytes) => {
        if (bytes.includes('"code":0')) accepted++;
        else refused++;
        takeNext();
      });
    },
  });
  return {
    perSecond: accepted / result.duration,
    accepted,
    refused: refused + result.errors + result.timeouts + result.non2xx,
    latencyMs: { p50: result.latency.p50, p99: result.latency.p99, max: result.latency.max },
  };
}
