import { beforeEach, describe, expect, it, vi } from 'vitest';
import { carrierGlobal, ipcChannels, type Bridge } from '#shared/carrier';
import { eventNames } from '#shared/contract';

type Receiver = (event: object, ...message: unknown[]) => void;
const electron = vi.hoisted(() => ({
  exposed: {} as Record<string, unknown>,
  invoked: [] as unknown[][],
  receivers: {} as Record<string, Receiver>,
}));

// Electron's own module cannot be loaded here; the scenarios run the built script in a page.
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (electron.exposed[name] = api) },
  ipcRenderer: {
    on: (channel: string, receiver: Receiver) => (electron.receivers[channel] = receiver),
    invoke: (...args: unknown[]) => {
      electron.invoked.push(args);
      return Promise.resolve({ ok: true, result: null });
    },
  },
}));
await import('../../src/preload/index');

const carrier = electron.exposed[carrierGlobal] as Bridge;
const say = (name: string, data: unknown) => electron.receivers[ipcChannels.event]?.({}, { name, data });
beforeEach(() => (electron.invoked = []));

it('exposes the carrier and nothing else', () => {
  expect(Object.keys(electron.exposed)).toEqual([carrierGlobal]);
  expect(Object.keys(carrier).sort()).toEqual([
    'call',
    'cancelExport',
    'chooseFolder',
    'onConnection',
    'openEverything',
    'pageDrawn',
    'print',
    'saveEverything',
    'savePdf',
    'showInFolder',
    'startExport',
    'subscribe',
  ]);
  expect(Object.keys(electron.receivers)).toEqual([ipcChannels.event, ipcChannels.exportProgress]);
});

it('calls on one channel, whatever the method', async () => {
  await carrier.call('cameras.list', {});
  await carrier.call('app.quit' as 'cameras.list', {});
  expect(electron.invoked).toEqual([
    [ipcChannels.call, 'cameras.list', {}],
    [ipcChannels.call, 'app.quit', {}],
  ]);
});

describe('subscribe', () => {
  it.each(eventNames)('hears %s, in order, until it ends', (name) => {
    const heard: unknown[] = [];
    const end = carrier.subscribe(name, (data) => heard.push(data));
    say(name, 1);
    say(name === 'flow' ? 'stay' : 'flow', 'another');
    say(name, 2);
    end();
    say(name, 3);
    expect(heard).toEqual([1, 2]);
  });

  it('takes the same listener twice as two subscriptions', () => {
    let count = 0;
    const listener = () => void count++;
    const ends = [carrier.subscribe('flow', listener), carrier.subscribe('flow', listener)];
    say('flow', null);
    expect(count).toBe(2);
    ends[0]?.();
    ends[0]?.();
    say('flow', null);
    expect(count).toBe(3);
    ends[1]?.();
  });

  it('a listener may end its own subscription', () => {
    const heard: unknown[] = [];
    const end = carrier.subscribe('flow', (data) => {
      heard.push(data);
      end();
    });
    const endOther = carrier.subscribe('flow', (data) => heard.push(data));
    say('flow', 1);
    expect(heard).toEqual([1, 1]);
    endOther();
  });
});

it('is always connected', () => {
  const states: string[] = [];
  carrier.onConnection((state) => states.push(state))();
  expect(states).toEqual(['live']);
});

it('saves and opens through the app', async () => {
  await carrier.saveEverything();
  await carrier.openEverything();
  expect(electron.invoked).toEqual([[ipcChannels.saveEverything], [ipcChannels.openEverything]]);
});

it('tells each export of its own progress until it has ended', async () => {
  const request = { kind: 'csv', from: '2026-01-01', to: '2026-02-01', by: 'day' } as const;
  const told: string[] = [];
  const progress = (id: number, done: number) =>
    electron.receivers[ipcChannels.exportProgress]?.({}, id, done, 10);
  const first = carrier.startExport(1, request, (done, total) => told.push(`first ${done}/${total}`));
  const second = carrier.startExport(2, { kind: 'archive' }, (done) => told.push(`second ${done}`));
  progress(1, 3);
  progress(2, 4);
  progress(3, 5);
  carrier.cancelExport(1);
  await Promise.all([first, second]);
  progress(1, 6);
  expect(told).toEqual(['first 3/10', 'second 4']);
  expect(electron.invoked).toEqual([
    [ipcChannels.export, 1, request],
    [ipcChannels.export, 2, { kind: 'archive' }],
    [ipcChannels.cancelExport, 1],
  ]);
});
