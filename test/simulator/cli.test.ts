import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FleetReport, Truth } from '../../src/simulator/report';
import { addUp, distinctSum, TestReceiver } from './test-receiver';

const root = resolve(import.meta.dirname, '../..');

let receiver: TestReceiver;
let folder: string;
beforeEach(async () => {
  receiver = await new TestReceiver().start();
  folder = await mkdtemp(join(tmpdir(), 'simulator-'));
});
afterEach(async () => {
  await receiver.stop();
  await rm(folder, { recursive: true });
});

function simulate(args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/simulator/cli.ts', ...args], { cwd: root });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
  return { child, ended };
}

it('ends at SIGTERM with what it sent as one line of JSON, and writes the truth', async () => {
  const truthFile = join(folder, 'truth.json');
  const flags = ['--url', receiver.url, '--cameras', '2', '--speed', '5000', '--from', '2024-03-22T12:00'];
  const { child, ended } = simulate([
    ...flags,
    '--time-zone',
    'Europe/Madrid',
    '--json',
    '--truth',
    truthFile,
  ]);
  await receiver.until(() => receiver.flows.length > 100);
  child.kill('SIGTERM');
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(0);
  const report = JSON.parse(stdout) as FleetReport;
  expect(report.done).toBe(true);
  for (const camera of report.cameras) {
    expect(camera.acknowledged).toEqual(distinctSum(receiver.flows, camera.sn));
  }
  expect(stderr).toContain('2010010000000002');
  const truth = JSON.parse(await readFile(truthFile, 'utf8')) as Truth;
  expect(addUp(truth.quarters)).toEqual(report.acknowledged);
});

it('ends after the duration with a table for people', async () => {
  const { ended } = simulate(['--url', receiver.url, '--cameras', '1', '--duration', '0.2s']);
  const { code, stdout, stderr } = await ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/camera +in +out +passby +turnback/);
  expect(receiver.heartbeats.length).toBeGreaterThan(0);
});

it('says in one line what is wrong with a flag', async () => {
  const { code, stdout, stderr } = await simulate(['--speed', 'fast']).ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('--speed');
});
