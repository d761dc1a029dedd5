import { afterEach, expect, test } from 'vitest';
import { nodeFileSystem, type FileSystem } from '../../../../src/main/core/storage/file-system';
import { someMorning } from '../../../support/clock';
import { TestCore } from '../../../support/core';

const time = someMorning / 1000;
let core: TestCore;
afterEach(() => core.dispose());

/** A disk that can be filled. */
function openOnDisk() {
  const disk = { isFull: false };
  const fs: FileSystem = {
    ...nodeFileSystem,
    write: (fd, bytes) => {
      if (disk.isFull) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      nodeFileSystem.write(fd, bytes);
    },
  };
  return { disk, opening: TestCore.open({ fs }) };
}

test('a full disk: code 2 with the camera’s serial, a reason the owner sees, and it goes by itself', async () => {
  const { disk, opening } = openOnDisk();
  core = await opening;
  await core.heartbeat('A');
  disk.isFull = true;
  const report = { sn: 'B', endTime: time, in: 1, out: 0 };
  const reply = await core.post(report);
  expect(reply).toMatchObject({ code: 2, data: { sn: 'B', time } });
  expect(reply.msg).toMatch(/disk is full/i);
  expect(await core.post({ sn: 'A', time }, 'heartbeat')).toMatchObject({ code: 2, data: { sn: 'A', time } });
  expect((await core.call('cameras.list', {})).map(({ sn }) => sn)).toEqual(['A']);
  expect(await core.call('refused.list', {})).toMatchObject([
    { reason: 'storage', sn: 'A' },
    { reason: 'storage', sn: 'B', body: JSON.stringify(report) },
  ]);
  disk.isFull = false;
  expect((await core.post(report)).code).toBe(0);
  expect(await core.camera('B')).toMatchObject({ today: { in: 1, out: 0 } });
});

test('together with messages that cannot be stored, a bad one keeps its own reason', async () => {
  const { disk, opening } = openOnDisk();
  core = await opening;
  disk.isFull = true;
  const replies = await Promise.all([core.heartbeat('A'), core.post('{"sn":'), core.post({ sn: 'C' })]);
  expect(replies.map(({ code, data }) => [code, data.sn])).toEqual([
    [2, 'A'],
    [2, ''],
    [2, 'C'],
  ]);
  const reasons = (await core.call('refused.list', {})).map(({ reason }) => reason).reverse();
  expect(reasons).toEqual(['storage', 'not-json', 'no-known-content']);
});

test.each([
  [
    'nested 100,000 deep',
    `{"sn":"D","endTime":${time},"in":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    2,
  ],
  ['a stay beyond reason', { sn: 'D', endTime: time, in: 1, avgStayTime: 1e300 }, 0],
  [
    'a person beyond time',
    { sn: 'D', endTime: time, in: 1, eventList: [{ id: 1, timestamp: 1e308, eventType: 0 }] },
    0,
  ],
  [
    'a person taller than any',
    { sn: 'D', endTime: time, in: 1, eventList: [{ eventType: 0, height: 1e300 }] },
    0,
  ],
  ['an item with an endless stay', { sn: 'D', data: [{ endTime: time, in: 1, avgStayTime: 1e300 }] }, 0],
  [
    'half a character in an id',
    { sn: 'D', endTime: time, in: 1, eventList: [{ id: '\ud800', eventType: 0 }] },
    0,
  ],
  ['a NUL in an id', { sn: 'D', currentStay: 1, info: [{ id: 'a\0b' }] }, 0],
])(
  'no message is impossible to store, or its camera would send it for ever: %s',
  async (_name, body, code) => {
    core = await TestCore.open();
    expect((await core.post(body)).code).toBe(code);
    const reasons = (await core.call('refused.list', {})).map(({ reason }) => reason);
    expect(reasons).toEqual(code === 0 ? [] : ['not-json']);
  },
);
