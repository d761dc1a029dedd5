import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CameraSummary, Health, SiteSummary } from '#shared/domain';
import { metricsText } from '../../../../src/main/server/dashboard/metrics-text';
import { reportOf, sn } from '../../core/storage/support';
import { openShop } from '../../integrations/support';
import { createDashboardServer } from '../../../../src/main/server/dashboard-server';
import { memoryLog, serve } from '../support';
import { folderWith, guestKey, ownersOnly, withKey } from './support';

interface Line {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** Reads the text format as its description says, and nothing else. */
function parse(text: string): Line[] {
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .filter((line) => !line.startsWith('# '))
    .map((line) => {
      const match = /^([a-z_]+)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\[\\n"])*",?)*)\})? (-?[\d.e+]+)$/.exec(line);
      if (!match) throw new Error(`Not a sample: ${line}`);
      const [, name = '', pairs = '', value] = match;
      const labels = [...pairs.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)].map(([, key = '', text = '']) => [
        key,
        text.replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)),
      ]);
      return { name, labels: Object.fromEntries(labels) as Record<string, string>, value: Number(value) };
    });
}

async function start() {
  const shop = await openShop();
  const rendererFolder = await folderWith({ 'index.html': '' });
  const { core } = shop.test;
  const { server, endStreams } = await createDashboardServer({
    core,
    log: memoryLog(),
    ...ownersOnly,
    rendererFolder,
  });
  const url = await serve(server);
  return { ...shop, url, endStreams };
}

it('tells Prometheus what the API tells, once it is switched on', async () => {
  const { test, url, endStreams } = await start();
  const address = `${url}/metrics`;
  expect((await fetch(address)).status).toBe(401);
  expect((await fetch(address, { headers: withKey })).status).toBe(404);
  await test.call('integrations.update', { metrics: { isOn: true } });
  await test.post({
    ...reportOf(0),
    startTime: test.clock.now() / 1000 - 60,
    endTime: test.clock.now() / 1000,
    in: 4,
  });
  const name = 'Door "A"\\\n{x="y"} 1\n# TYPE evil counter';
  await test.call('cameras.update', { sn, name });
  const answer = await fetch(address, { headers: { authorization: `Bearer ${guestKey}` } });
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = parse(await answer.text());
  const camera = await test.camera(sn);
  const labels = { serial: sn, camera: name.trim(), site_id: 'main', site: 'My shop' };
  expect(lines).toContainEqual({
    name: 'foyer_camera_people_today',
    labels: { ...labels, direction: 'in' },
    value: camera.today.in,
  });
  expect(lines.filter(({ name: metric }) => metric === 'foyer_camera_online')).toEqual([
    { name: 'foyer_camera_online', labels, value: 1 },
  ]);
  expect(lines).toContainEqual({ name: 'foyer_healthy', labels: {}, value: 1 });
  endStreams();
});

describe('the text', () => {
  const health: Health = { ok: true, version: '1', cameras: 1, journalLag: 0, lastSnapshot: null };

  it('is readable whatever names there are, and each stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), (name) => {
        const today = { in: 1, out: null, passby: null, turnback: null };
        const site = { id: 'main', name, today, occupancy: { counted: null, seen: 2, asOf: null } };
        const text = metricsText({ health, cameras: [], sites: [site as SiteSummary] });
        const samples = parse(text).filter(({ name: metric }) => metric.startsWith('foyer_site'));
        expect(samples).toEqual([
          {
            name: 'foyer_site_people_today',
            labels: { site_id: 'main', site: name, direction: 'in' },
            value: 1,
          },
          {
            name: 'foyer_site_people_inside',
            labels: { site_id: 'main', site: name, source: 'seen' },
            value: 2,
          },
        ]);
      }),
    );
  });

  it('leaves the demo camera out', () => {
    const demo = { sn: 'DEMO', isDemo: true } as CameraSummary;
    expect(metricsText({ health, cameras: [demo], sites: [] })).not.toContain('DEMO');
  });
});
