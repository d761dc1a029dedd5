import { beforeEach, describe, expect, it } from 'vitest';
import { shellTexts } from '../../../src/main/shell/texts';
import { Updates, type UpdatesDeps } from '../../../src/main/shell/updates';
import { silentLog } from '../../support/core';

/** What happened, in order. */
let steps: string[];
let agrees: boolean;
let clicks: (() => void)[];

beforeEach(() => {
  steps = [];
  agrees = true;
  clicks = [];
});

function updates(
  change: Partial<UpdatesDeps> & { version?: string | null; download?: () => Promise<void> } = {},
) {
  const { version = '2.0.0', download = () => Promise.resolve(), ...deps } = change;
  return new Updates({
    updater: {
      check: () => Promise.resolve(version),
      download: () => {
        steps.push('download');
        return download();
      },
      install: () => void steps.push('install'),
    },
    isWanted: () => Promise.resolve(true),
    notify: ({ title }, onClick) => {
      steps.push(title);
      clicks.push(onClick);
    },
    ask: ({ title }) => {
      steps.push(title);
      return Promise.resolve(agrees);
    },
    tell: ({ body }) => void steps.push(body),
    texts: () => shellTexts.en,
    snapshot: () => {
      steps.push('snapshot');
      return Promise.resolve(true);
    },
    close: () => {
      steps.push('close');
      return Promise.resolve();
    },
    log: silentLog,
    ...deps,
  });
}

describe('an update', () => {
  it('is fetched, then the data saved and everything closed, then installed', async () => {
    await updates().checkNow();
    expect(steps).toEqual(['Install Foyer 2.0.0 now?', 'download', 'snapshot', 'close', 'install']);
  });

  it('is left alone when the owner says later', async () => {
    agrees = false;
    await updates().checkNow();
    expect(steps).toEqual(['Install Foyer 2.0.0 now?']);
  });

  it('that is not genuine changes nothing', async () => {
    await updates({ download: () => Promise.reject(new Error('sha512 checksum mismatch')) }).checkNow();
    expect(steps.slice(1)).toEqual(['download', expect.stringContaining('Nothing was changed')]);
  });

  it('is not installed over data that is not on disk', async () => {
    await updates({ snapshot: () => Promise.resolve(false) }).checkNow();
    expect(steps.slice(2)).toEqual([expect.stringContaining('disk')]);
  });
});

describe('looking by itself', () => {
  it('says once that there is a version, and asks when that is clicked', async () => {
    const looking = updates();
    await looking.checkQuietly();
    await looking.checkQuietly();
    expect(steps).toEqual(['Foyer 2.0.0 is available']);
    clicks[0]?.();
    await expect.poll(() => steps.at(-1)).toBe('install');
  });

  it('does not look when it is not wanted, and is quiet without a network', async () => {
    const check = () => Promise.reject(new Error('offline'));
    const updater = { check, download: () => Promise.resolve(), install: () => undefined };
    await updates({ updater }).checkQuietly();
    await updates({ isWanted: () => Promise.resolve(false) }).checkQuietly();
    await updates({ updater: null }).checkQuietly();
    await updates({ version: null }).checkQuietly();
    expect(steps).toEqual([]);
  });
});

it('an owner who asks gets an answer in any case', async () => {
  await updates({ version: null }).checkNow();
  await updates({ updater: null }).checkNow();
  const check = () => Promise.reject(new Error('offline'));
  await updates({
    updater: { check, download: () => Promise.resolve(), install: () => undefined },
  }).checkNow();
  expect(steps).toEqual([
    'This is the newest version.',
    expect.stringContaining('does not update itself'),
    expect.stringContaining('connection'),
  ]);
});
