import { expect } from 'vitest';
import type { HeadlessApp } from './headless';
import { testCamera } from './test-camera';

const hourMs = 3_600_000;
/** Visitors through the main door, hour by hour from nine o'clock on. */
const rush = [12, 22, 31, 38, 44, 40, 36, 42];
const silentHour = 4;

const doors = [
  { sn: '2010010000001234', name: 'Main door', share: 1, passby: 3.1 },
  { sn: '2010010000001235', name: 'Garden entrance', share: 0.4, passby: 1.2 },
  { sn: '2010010000001236', name: 'Café window', share: 0.15, passby: 9 },
  { sn: 'SN-2024-AB77', name: '', share: 0.05, passby: 2 },
];

/**
 * A shop at five in the afternoon: four doors of which one has no name yet, an hour without data,
 * people in view, a refused message. The app must have been started in a zone where it is that hour.
 */
export async function fillShop(app: HeadlessApp): Promise<void> {
  const fiveMs = Math.floor(Date.now() / hourMs) * hourMs;
  for (const { sn, name, share, passby } of doors) {
    const camera = testCamera(app, sn);
    await camera.heartbeat();
    for (const [index, visitors] of rush.entries()) {
      if (index === silentHour) continue;
      const startMs = fiveMs - (rush.length - index) * hourMs;
      const entered = Math.round(visitors * share);
      const counts = {
        in: entered,
        out: Math.round(entered * 0.93),
        passby: Math.round(entered * passby),
        turnback: Math.round(entered / 11),
      };
      await camera.report(counts, { startMs, endMs: startMs + hourMs });
    }
    if (name !== '') await rename(app, sn, name);
  }
  await testCamera(app, doors[0]?.sn ?? '').stay([
    { id: 412, height: 171, staytime: 12_000 },
    { id: 413, height: 118, staytime: 12_000 },
    { id: 414, height: 164, staytime: 3000 },
  ]);
  await app.post('/api/camera/dataUpload', '{"sn":"20100');
}

async function rename(app: HeadlessApp, sn: string, name: string): Promise<void> {
  const headers = { authorization: `Bearer ${app.apiKey}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ sn, name });
  const answer = await fetch(`${app.apiUrl}/rpc/cameras.update`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
}
