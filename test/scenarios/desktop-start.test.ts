import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchStandIn, type StandInDesktop } from '../stand-in/stand-in-desktop';

// Boxes with errors are the system's own, which no test can look into: hence always on the stand-in.
let folder: string;
let desktop: StandInDesktop | null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-start-'));
  desktop = null;
});
afterEach(async () => {
  await desktop?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('what it cannot start with it says in one box, and ends', () => {
  it('a flag that makes no sense', async () => {
    desktop = await launchStandIn({ dataFolder: folder, args: ['--port', '70000'] });
    expect(await desktop.exited).toBe(1);
    expect(desktop.errorBoxes).toEqual([
      { title: 'Foyer cannot start', content: expect.stringContaining('70000') as string },
    ]);
  });

  it('a data folder that cannot be one', async () => {
    const file = join(folder, 'a file');
    await writeFile(file, '');
    desktop = await launchStandIn({ dataFolder: file });
    expect(await desktop.exited).toBe(1);
    expect(desktop.errorBoxes).toHaveLength(1);
    expect(desktop.errorBoxes[0]?.content).toContain(file);
  });

  it('a data folder that is in use', async () => {
    const args = ['--port', '0', '--dashboard-port', '0'];
    const other = await launchStandIn({ dataFolder: folder, args });
    try {
      await other.window();
      // Without the window's lock, as a Foyer without a window would meet it.
      await rm(join(folder, 'window'), { recursive: true });
      desktop = await launchStandIn({ dataFolder: folder, args });
      expect(await desktop.exited).toBe(1);
      expect(desktop.errorBoxes).toHaveLength(1);
      expect(desktop.errorBoxes[0]?.content).not.toMatch(/^\w*Error|\n\s+at /);
    } finally {
      await other.close();
    }
  });
});

it('ports in use do not keep the window shut', async () => {
  const taken = [createServer(), createServer()];
  const [camera, dashboard] = await Promise.all(taken.map(takePort));
  try {
    desktop = await launchStandIn({
      dataFolder: join(folder, 'not there yet'),
      args: ['--port', String(camera), '--dashboard-port', String(dashboard)],
    });
    const page = await desktop.window();
    const info = await page.evaluate(() => window.foyer.call('system.info', {}));
    expect(info).toMatchObject({
      ok: true,
      result: { cameraPort: null, cameraPortProblem: expect.stringContaining(String(camera)) as string },
    });
    expect(desktop.errorBoxes).toEqual([]);
    // The core speaks English; its sentences are read in the owner's language.
    await page.evaluate(() => window.foyer.call('settings.update', { language: 'de' }));
    await page.reload();
    await page.getByText(`Port ${String(camera)} wird schon von einem anderen Programm benutzt.`).waitFor();
    expect(await desktop.quit()).toBe(0);
  } finally {
    for (const server of taken) server.close();
  }
});

async function takePort(server: Server): Promise<number> {
  await once(server.listen(0, '0.0.0.0'), 'listening');
  return (server.address() as AddressInfo).port;
}
