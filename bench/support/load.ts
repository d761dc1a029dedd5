import autocannon from 'autocannon';

export interface LoadResult {
  /** Replies per second with code 0. */
  perSecond: number;
  accepted: number;
  /** Replies with another code, errors and time-outs. A measurement with any is worth nothing. */
  refused: number;
  latencyMs: { p50: number; p99: number; max: number };
}

interface LoadOptions {
  url: string;
  connections: number;
  seconds: number;
  /** One body after the other, for a connection. */
  body(connection: number): string;
}

/** Posts over keep-alive connections, each sending as soon as it has its answer. */
export async function postLoad({ url, connections, seconds, body }: LoadOptions): Promise<LoadResult> {
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
        client.setBody(body(connection));
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
