import { Agent, request } from 'node:http';
import type { Reports } from './bodies';

/** Cameras that report at a steady pace, whatever the answers take, as cameras do. */
export class SteadyLoad {
  readonly latenciesMs: number[] = [];
  refused = 0;
  #agent: Agent;
  #timers: NodeJS.Timeout[] = [];
  #inFlight = new Set<Promise<void>>();

  constructor(
    private readonly url: string,
    private readonly reports: Reports,
    cameras: number,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: cameras });
  }

  /** @param perSecond of all cameras together */
  start(cameras: number, perSecond: number): void {
    const everyMs = (cameras * 1000) / perSecond;
    for (let camera = 0; camera < cameras; camera++) {
      const begin = () => this.#timers.push(setInterval(() => this.#post(camera), everyMs));
      this.#timers.push(setTimeout(begin, (camera / cameras) * everyMs));
    }
  }

  /** Waits for the answers that are due. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#inFlight);
    this.#agent.destroy();
  }

  #post(camera: number): void {
    const posted = this.#exchange(this.reports.next(camera));
    this.#inFlight.add(posted);
    void posted.finally(() => this.#inFlight.delete(posted));
  }

  #exchange(body: string): Promise<void> {
    const startedAt = performance.now();
    return new Promise((resolve) => {
      const posting = request(
        `${this.url}/api/camera/dataUpload`,
        { method: 'POST', agent: this.#agent, headers: { 'content-length': Buffer.byteLength(body) } },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
          response.on('end', () => {
            this.latenciesMs.push(performance.now() - startedAt);
            if (!text.includes('"code":0')) this.refused++;
            resolve();
          });
        },
      );
      posting.on('error', () => {
        this.refused++;
        resolve();
      });
      posting.end(body);
    });
  }
}
