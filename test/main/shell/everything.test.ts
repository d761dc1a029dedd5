import { expect, it } from 'vitest';
import type { Outcome } from '#shared/contract';
import {
  openEverything,
  saveEverything,
  type OpenEverythingDeps,
  type SaveEverythingDeps,
} from '../../../src/main/shell/everything';

const refused: Outcome<never> = { ok: false, error: { code: 'unavailable', message: 'The disk is full.' } };

function logOf(lines: string[]) {
  const say = (message: string) => void lines.push(message);
  return { info: say, warn: say, error: say };
}

function saving(answer: string | null, rest: Partial<SaveEverythingDeps> = {}) {
  const asked: string[] = [];
  const logged: string[] = [];
  const deps: SaveEverythingDeps = {
    core: {
      exportEverything: async (pathFor) => ({ ok: true, result: await pathFor('foyer-2026-03-29.foyer') }),
    },
    log: logOf(logged),
    askForPath: (fileName) => {
      asked.push(fileName);
      return Promise.resolve(answer);
    },
    ...rest,
  };
  return { deps, asked, logged };
}

function opening(answer: string | null, taken: () => Promise<Outcome<null>>) {
  const paths: string[] = [];
  const logged: string[] = [];
  const deps: OpenEverythingDeps = {
    core: {
      importEverything: (path) => {
        paths.push(path);
        return taken();
      },
    },
    log: logOf(logged),
    askForFile: () => Promise.resolve(answer),
  };
  return { deps, paths, logged };
}
const takes = () => Promise.resolve<Outcome<null>>({ ok: true, result: null });

it('saves where the owner says, having suggested a name with the day', async () => {
  const { deps, asked } = saving('/home/ana/all.foyer');
  expect(await saveEverything(deps)).toEqual({
    ok: true,
    result: { saved: 'file', path: '/home/ana/all.foyer' },
  });
  expect(asked).toEqual(['foyer-2026-03-29.foyer']);
});

it('called off: nothing is saved', async () => {
  expect(await saveEverything(saving(null).deps)).toEqual({ ok: true, result: { saved: 'cancelled' } });
});

it('passes on why a file could not be written', async () => {
  const core = { exportEverything: () => Promise.resolve(refused) };
  expect(await saveEverything(saving('/x', { core }).deps)).toEqual(refused);
});

it('a fault is a sentence, and the log has the rest', async () => {
  const core = { exportEverything: () => Promise.reject(new Error('thread gone')) };
  const { deps, logged } = saving('/x', { core });
  expect(await saveEverything(deps)).toEqual({
    ok: false,
    error: { code: 'internal', message: 'The file could not be saved.' },
  });
  expect(logged).toEqual(['Everything could not be saved']);
});

it('takes over the file that the owner chose', async () => {
  const { deps, paths } = opening('/media/stick/all.foyer', takes);
  expect(await openEverything(deps)).toEqual({ ok: true, result: 'replaced' });
  expect(paths).toEqual(['/media/stick/all.foyer']);
});

it('takes over nothing when the owner thinks better of it', async () => {
  const { deps, paths } = opening(null, takes);
  expect(await openEverything(deps)).toEqual({ ok: true, result: 'cancelled' });
  expect(paths).toEqual([]);
});

it('passes on why a file could not be taken over', async () => {
  expect(await openEverything(opening('/x', () => Promise.resolve(refused)).deps)).toEqual(refused);
});

it('a fault while taking over is a sentence, too', async () => {
  const { deps, logged } = opening('/x', () => Promise.reject(new Error('thread gone')));
  expect(await openEverything(deps)).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(logged).toEqual(['A file could not be taken over']);
});
