import { Agent, request } from 'node:http';
import { once } from 'node:events';
import { expect } from 'vitest';
import { runHeadless, startHeadless, type HeadlessApp } from './headless';

const quarterMs = 15 * 60_000;
const minuteMs = 60_000;
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
class PostingCamera {
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

async function compare(app: HeadlessApp, cameras: readonly PostingCamera[]): Promise<void> {
  for (const camera of cameras) {
    for (const [i, times] of (await countedOf(app, camera)).entries()) {
      const name = `report ${String(i)} of ${camera.sn}`;
      if (camera.acknowledged.has(i)) expect(times, `${name} was acknowledged`).toBe(1);
      else expect(times, `${name} was not acknowledged`).toBeLessThanOrEqual(1);
    }
  }
}

/** Posts over all connections at once until so many more were acknowledged, then lets `end` end it. */
async function load(
  app: HeadlessApp,
  cameras: readonly PostingCamera[],
  acknowledgements: number,
  end: () => void,
): Promise<void> {
  let left = acknowledgements;
  const post = async (camera: PostingCamera): Promise<void> => {
    while (await camera.send(app.cameraUrl, camera.next++)) if (--left === 0) end();
  };
  await Promise.all(cameras.map(post));
}

/** More than a journal holds without a snapshot. */
const FILLERS = 18;
const filler = JSON.stringify({ sn: 'CRASH-A', data: 'x'.repeat(256 * 1024) });

/** Messages that are only kept, so that a snapshot is made from the files while the app is under load. */
async function fillJournal(app: HeadlessApp): Promise<void> {
  try {
    for (let i = 0; i < FILLERS; i++) {
      await fetch(`${app.cameraUrl}/api/camera/reid`, { method: 'POST', body: filler });
    }
  } catch {
    // The app was killed meanwhile, which is what all this is about.
  }
}

const randomBelow = (limit: number) => Math.floor(Math.random() * limit);

/** Kills the app in one of the ways in which a PC may lose it. */
function killIn(round: number, app: HeadlessApp): () => void {
  const kill = () => void app.child.kill('SIGKILL');
  if (round % 3 !== 2) return kill;
  // In the middle of an orderly end, which writes a snapshot.
  return () => {
    app.child.kill('SIGTERM');
    setTimeout(kill, randomBelow(60));
  };
}

/** A start that does not come to its end either. */
async function killWhileStarting(folder: string): Promise<void> {
  const args = ['--port', '0', '--dashboard-port', '0', '--host', '127.0.0.1', '--data', folder, '--json'];
  const { child, ended } = runHeadless(args);
  setTimeout(() => child.kill('SIGKILL'), 100 + randomBelow(500));
  await ended;
}

/**
 * Runs the app under load and kills it at a random moment, as often as asked, on one data folder. After
 * each start every acknowledged report must be there exactly once, any other at most once.
 * @returns how many reports there were, and how many of them were cut off
 */
export async function crashRounds(folder: string, rounds: number): Promise<{ sent: number; cutOff: number }> {
  // So far back that no report lies in the future, so near that none is too old to be kept.
  const baseMs = Math.floor(Date.now() / quarterMs) * quarterMs - 25 * 24 * 60 * minuteMs;
  const cameras = ['A', 'B', 'C', 'D'].map((letter) => new PostingCamera(`CRASH-${letter}`, baseMs));
  let cutOff = 0;
  for (let round = 0; round < rounds; round++) {
    const app = await startHeadless(folder, ['--time-zone', 'UTC']);
    const ended = new Promise((resolve) => app.child.once('close', resolve));
    try {
      await compare(app, cameras);
      for (const camera of cameras) await camera.sendAgain(app.cameraUrl);
      const filling = round % 3 === 1 ? fillJournal(app) : null;
      await load(app, cameras, 1 + randomBelow(250), killIn(round, app));
      await filling;
    } finally {
      app.child.kill('SIGKILL');
      await ended;
    }
    for (const camera of cameras) {
      cutOff += camera.open().length;
      camera.reconnect();
    }
    if (round % 6 === 5) await killWhileStarting(folder);
  }
  const app = await startHeadless(folder, ['--time-zone', 'UTC']);
  try {
    await compare(app, cameras);
    for (const camera of cameras) await camera.sendAgain(app.cameraUrl);
    await compare(app, cameras);
    for (const camera of cameras) expect(camera.open()).toEqual([]);
    expect((await app.stop()).code).toBe(0);
  } finally {
    app.child.kill('SIGKILL');
    for (const camera of cameras) camera.reconnect();
  }
  return { sent: cameras.reduce((sum, camera) => sum + camera.next, 0), cutOff };
}
