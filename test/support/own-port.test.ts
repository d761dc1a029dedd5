import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ownPort } from './own-port';

const file = JSON.stringify(resolve(import.meta.dirname, 'own-port.ts'));

/** Ports that another process takes for itself; it lives on until the test is over. */
async function portsOfAnotherProcess(count: number): Promise<number[]> {
  const program = `
    import { ownPort } from ${file};
    const ports = [];
    for (let i = 0; i < ${String(count)}; i++) ports.push(await ownPort());
    console.log(JSON.stringify(ports));
    process.stdin.resume();
  `;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(async () => {
    child.stdin.end();
    if (child.exitCode === null) await once(child, 'exit');
  });
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return JSON.parse(line) as number[];
}

test('no two processes are given the same port, and none that the system may give away', async () => {
  const mine = [];
  for (let i = 0; i < 20; i++) mine.push(await ownPort());
  const all = [...mine, ...(await portsOfAnotherProcess(20)), ...(await portsOfAnotherProcess(20))];
  expect(new Set(all).size).toBe(60);
  for (const port of all) expect(port < 32_768 && port >= 1024, String(port)).toBe(true);
});

test('a port that somebody holds is passed over', async () => {
  const held = await ownPort();
  const server = createServer();
  await once(server.listen(held, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.close();
  });
  for (let round = 0; round < 60; round++) expect(await ownPort()).not.toBe(held);
});
