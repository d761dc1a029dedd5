import { Agent } from 'node:http';
import { codeOf, post } from '../security/support';
import { rpc } from './rpc';
import type { HeadlessApp } from './headless';

/** Sends so many reports of one person each, from a few cameras, and returns when each of them was acknowledged. */
export async function sendGoodReports(app: HeadlessApp, cameras: number, reports: number): Promise<void> {
  const end = Math.floor(Date.now() / 60_000) * 60;
  const camera = async (sn: string) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let minute = 0; minute < reports / cameras; minute++) {
      const endTime = end - 60 * minute;
      const body = JSON.stringify({ sn, startTime: endTime - 60, endTime, time: endTime, in: 1, out: 0 });
      // A camera sends again what was not acknowledged.
      for (let isStored = false; !isStored;) {
        const answer = await post(app.cameraUrl, body, { agent }).catch(() => null);
        isStored = answer !== null && codeOf(answer) === 0;
      }
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: cameras }, (_, i) => camera(`GOOD-${String(i)}`)));
}

/** People whom the good cameras counted, by all that was ever stored. */
export async function goodPeople(app: HeadlessApp): Promise<number> {
  const listed = await rpc<{ sn: string }[]>(app, 'cameras.list', {});
  const cameras = listed.map(({ sn }) => sn).filter((sn) => sn.startsWith('GOOD-'));
  const range = { from: '2000-01-01', to: '2100-01-01', by: 'month', cameras };
  const { rows } = await rpc<{ rows: { in: number | null }[] }>(app, 'history.query', range);
  return rows.reduce((sum, row) => sum + (row.in ?? 0), 0);
}
