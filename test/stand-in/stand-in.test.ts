import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { toAppAddress, toBrowserAddress } from './addresses';
import { strict } from './electron/strict';
import { connectRpc, type Port } from './rpc';

describe('strict', () => {
  const object = strict('app', { name: 'Foyer', greet: (who: string) => `Hello ${who}` });

  it('gives what there is', () => {
    expect(object.name).toBe('Foyer');
    expect(object.greet('you')).toBe('Hello you');
  });

  it('names what there is not', () => {
    expect(() => (object as unknown as { dock: unknown }).dock).toThrow(/no app\.dock/);
  });

  it('may be awaited and returned from promises', async () => {
    expect((await Promise.resolve(object)).name).toBe('Foyer');
  });
});

describe('addresses', () => {
  it.each([
    ['app://foyer/', 'https://foyer.invalid/'],
    ['app://foyer', 'https://foyer.invalid'],
    ['app://foyer/index.html#/history', 'https://foyer.invalid/index.html#/history'],
    ['app://foyer.evil/', 'app://foyer.evil/'],
    ['https://elsewhere.invalid/', 'https://elsewhere.invalid/'],
  ])('%s ⇄ %s', (inApp, inBrowser) => {
    expect(toBrowserAddress(inApp)).toBe(inBrowser);
    expect(toAppAddress(inBrowser)).toBe(inApp);
  });

  it('a host that only begins like ours is not ours', () => {
    expect(toAppAddress('https://foyer.invalid.evil.test/')).toBe('https://foyer.invalid.evil.test/');
  });
});

describe('the line between the processes', () => {
  function connected() {
    const { port1, port2 } = new MessageChannel();
    const port = (end: typeof port1): Port => ({
      send: (message) => {
        end.postMessage(message);
      },
      receive: (listener) => end.on('message', listener),
    });
    const there = {
      same: (value: unknown) => value,
      fail: () => {
        throw new RangeError('too far');
      },
    };
    connectRpc(port(port2), there);
    return {
      call: connectRpc(port(port1), {}),
      close: () => {
        port1.close();
      },
    };
  }

  it('keeps what JSON would lose', async () => {
    const { call, close } = connected();
    const value = { missing: undefined, when: new Date(0), map: new Map([[1, 2]]), bytes: new Uint8Array(3) };
    expect(await call('same', value)).toEqual(value);
    close();
  });

  it('brings errors back', async () => {
    const { call, close } = connected();
    await expect(call('fail')).rejects.toThrow(new RangeError('too far'));
    await expect(call('nothing')).rejects.toThrow('no function nothing');
    close();
  });
});
