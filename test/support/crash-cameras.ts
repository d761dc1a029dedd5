import { Agent, request } from 'node:http';
import { once } from 'node:events';
import { expect } from 'vitest';
import type { HeadlessApp } from './headless';

export const quarterMs = 15 * 60_000;
export const minuteMs = 60_000;
const directions = ['in', 'out', 'passby', 'turnback'] as const;
/** Reports per quarter hour: each is one decimal digit of one direction, so its number can be read off the sums. */
const digits = [1, 10, 100] as const;
const slots = directions.length * digits.length;

/** Report number i of a camera. Its counts say in the quarter hour's sums how often it was counted. */
function reportOf(sn: string, baseMs: number, i: number): string {
  const slot = i % slots;
  const startMs = baseMs + Math.floor(i / slots) * quarterMs + slot * minuteMs;
  const counts = { in: 0, out: 0, passby: 0, turnback: 0 };
  counts[directions[slot % directions.length] ?? 'in'] = digits[Math.floor(slot / directions.length)] ?? 0;
  const [startTime, endTime] = [startMs / 1000, (startMs + minuteMs) / 1000];
  return JSON.stringify({ sn, startTime, endTime, time: endTime, ...counts });
}

/** A camera on one keep-alive connection, which remembers what was acknowledged. */
export class PostingCamera {
  readonly acknowledged = new Set<number>();
  next = 0;
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    readonly sn: string,
    readonly baseMs: number,
  ) {}

  /** Sends a report. @returns whether it was acknowledged; not if the app died meanwhile */
  async send(cameraUrl: string, i: number): Promise<boolean> {
    const body = reportOf(this.sn, this.baseMs, i);
    try {
      const posting = request(`${cameraUrl}/api/camera/dataUpload`, { method: 'POST', agent: this.#agent });
      posting.end(body);
      const [response] = (await once(posting, 'response')) as [NodeJS.ReadableStream];
      let text = '';
      for await (const piece of response) text += String(piece);
      const { code } = JSON.parse(text) as { code: number };
      if (code === 0) this.acknowledged.add(i);
      return code === 0;
    } catch {
      // Cut off: neither side knows what the other has. That is what this is about.
      return false;
    }
  }

  /** Sends what was not acknowledged once more, as a camera does. */
  async sendAgain(cameraUrl: string): Promise<void> {
    for (const i of this.open()) expect(await this.send(cameraUrl, i)).toBe(true);
  }

  open(): number[] {
    return Array.from({ length: this.next }, (_, i) => i).filter((i) => !this.acknowledged.has(i));
  }

  /** A new connection: the old one died with the app. */
  reconnect(): void {
    this.#agent.destroy();
    this.#agent = new Agent({ keepAlive: true, maxSockets: 1 });
  }
}

/** How often each report of a camera was counted, as the API tells. */
async function countedOf(app: HeadlessApp, camera: PostingCamera): Promise<number[]> {
  const to = camera.baseMs + (Math.floor(camera.next / slots) + 1) * quarterMs;
  const range = `from=${new Date(camera.baseMs).toISOString()}&to=${new Date(to).toISOString()}`;
  const response = await app.api(`/history?${range}&by=quarter&camera=${camera.sn}`);
  const { rows } = (await response.json()) as {
    rows: ({ start: string } & Record<string, number | null>)[];
  };
  const byQuarter = new Map(rows.map((row) => [Date.parse(row.start), row]));
  return Array.from({ length: camera.next }, (_, i) => {
    const slot = i % slots;
    const row = byQuarter.get(camera.baseMs + Math.floor(i / slots) * quarterMs);
    const sum = row?.[directions[slot % directions.length] ?? 'in'] ?? 0;
    return Math.floor(sum / (digits[Math.floor(slot / directions.length)] ?? 1)) % 10;
  });
}

/** Every acknowledged report must be counted exactly once, any other at most once. */
export async function compare(app: HeadlessApp, cameras: readonly PostingCamera[]): Promise<void> {
  for (const camera of cameras) {
    for (const [i, times] of (await countedOf(app, camera)).entries()) {
      const name = `report ${String(i)} of ${camera.sn}`;
      if (camera.acknowledged.has(i)) expect(times, `${name} was acknowledged`).toBe(1);
      else expect(times, `${name} was not acknowledged`).toBeLessThanOrEqual(1);
    }
  }
}
