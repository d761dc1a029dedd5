import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { CameraPort } from '../../../src/main/server/camera-port';
import { ownPort } from '../../support/own-port';
import { serve } from './support';

function setUp() {
  const answers: (() => void)[] = [];
  const port = new CameraPort('127.0.0.1', () =>
    createServer((request, response) => {
      if (request.url === '/slow') answers.push(() => response.end('slow'));
      else response.end('ok');
    }),
  );
  onTestFinished(() => port.close());
  return { port, answers };
}

async function portInUse(): Promise<number> {
  return Number(new URL(await serve(createServer())).port);
}

test('moves to another port and leaves the old one', async () => {
  const { port } = setUp();
  await port.open(await ownPort());
  const old = port.url ?? '';
  expect(await port.change(0)).toEqual({ ok: true, result: null });
  expect(port.url).not.toBe(old);
  expect(port.state).toEqual({ port: Number(new URL(port.url ?? '').port), problem: null });
  expect(await (await fetch(port.url ?? '')).text()).toBe('ok');
  await expect(fetch(old)).rejects.toThrow();
});

test('a port in use changes nothing, and is said in a sentence', async () => {
  const { port } = setUp();
  await port.open(0);
  const before = port.state;
  const taken = await portInUse();
  expect(await port.change(taken)).toMatchObject({
    ok: false,
    error: {
      code: 'conflict',
      message: `Port ${String(taken)} is already in use by another program. Close that program or choose another port.`,
    },
  });
  expect(port.state).toEqual(before);
  expect(await (await fetch(port.url ?? '')).text()).toBe('ok');
});

test('a failed start can be mended by a change', async () => {
  const { port } = setUp();
  const taken = await portInUse();
  expect(await port.open(taken)).toMatchObject({ ok: false, failure: { reason: 'in-use' } });
  expect(port.state.port).toBeNull();
  expect(port.state.problem).toContain(`Port ${String(taken)} is already in use`);
  expect(port.url).toBeNull();
  expect(await port.change(0)).toMatchObject({ ok: true });
  expect(port.state.problem).toBeNull();
});

test('a message under way gets its answer on the old port', async () => {
  const { port, answers } = setUp();
  await port.open(0);
  const slow = fetch(`${port.url ?? ''}/slow`);
  while (answers.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const moved = port.change(0);
  answers.forEach((answer) => {
    answer();
  });
  expect(await (await slow).text()).toBe('slow');
  expect(await moved).toMatchObject({ ok: true });
});

test('the same port is no move', async () => {
  const { port } = setUp();
  await port.open(0);
  const before = port.state;
  expect(await port.change(before.port ?? 0)).toEqual({ ok: true, result: null });
  expect(port.state).toEqual(before);
});

test('moves come one after the other, and closing comes last', async () => {
  const { port } = setUp();
  await port.open(await ownPort());
  const seen = new Set([port.url]);
  const moves = [port.change(await ownPort()), port.change(await ownPort())].map(async (move) => {
    expect(await move).toMatchObject({ ok: true });
    seen.add(port.url);
  });
  await Promise.all(moves);
  expect(seen.size).toBe(3);
  const last = port.url;
  await port.close();
  for (const url of seen) await expect(fetch(url ?? ''), url ?? '').rejects.toThrow();
  expect(seen).toContain(last);
  expect(await port.change(0)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
});
