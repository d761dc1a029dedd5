import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeProblem } from '../../../../src/main/core/storage/write-problem';
import { writeAtomically } from '../../../../src/main/core/storage/atomic-write';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function* pieces(...texts: string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

it('writes the pieces in order, as UTF-8, and leaves nothing else', async () => {
  const target = join(folder, 'été.csv');
  expect(await writeAtomically(target, pieces('\uFEFFa', ';', 'é\r\n'))).toEqual({ ok: true });
  expect(await readFile(target)).toEqual(Buffer.from('\uFEFFa;é\r\n'));
  expect(await readdir(folder)).toEqual(['été.csv']);
});

it('whatever the pieces, the file is their concatenation', async () => {
  const target = join(folder, 'a.csv');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), async (texts) => {
      await writeAtomically(target, pieces(...texts));
      expect(await readFile(target, 'utf8')).toBe(texts.join(''));
    }),
    { numRuns: 30 },
  );
});

it('replaces a file only when the new one is complete', async () => {
  const target = join(folder, 'a.csv');
  await writeFile(target, 'old');
  let seenHalfway = '';
  async function* watched(): AsyncGenerator<string> {
    yield 'new ';
    seenHalfway = await readFile(target, 'utf8');
    yield 'text';
  }
  await writeAtomically(target, watched());
  expect(seenHalfway).toBe('old');
  expect(await readFile(target, 'utf8')).toBe('new text');
});

it('a source that fails leaves the old file and no half one', async () => {
  const target = join(folder, 'a.csv');
  await writeFile(target, 'old');
  async function* failing(): AsyncGenerator<string> {
    yield await Promise.resolve('half');
    throw new Error('the source broke');
  }
  await expect(writeAtomically(target, failing())).rejects.toThrow('the source broke');
  expect(await readFile(target, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['a.csv']);
});

it.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EBUSY', 'open-elsewhere'],
  ['EPERM', 'not-allowed'],
])('%s while writing → %s, and no half file', async (code, problem) => {
  async function* failing(): AsyncGenerator<string> {
    yield await Promise.resolve('half');
    throw Object.assign(new Error(code), { code });
  }
  expect(await writeAtomically(join(folder, 'a.csv'), failing())).toEqual({ ok: false, problem });
  expect(await readdir(folder)).toEqual([]);
});

it('says when the folder is gone', async () => {
  const outcome = await writeAtomically(join(folder, 'gone', 'a.csv'), pieces('a'));
  expect(outcome).toEqual({ ok: false, problem: 'folder-missing' });
});

it('does not replace a folder', async () => {
  const target = join(folder, 'a.csv');
  await mkdir(target);
  const outcome = await writeAtomically(target, pieces('a'));
  expect(outcome.ok).toBe(false);
  expect(await readdir(folder)).toEqual(['a.csv']);
});

it('ends the source when the file cannot even be created', async () => {
  let ended = false;
  const source: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({
      next: () => Promise.resolve({ done: false, value: 'a' }),
      return: () => {
        ended = true;
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
  await writeAtomically(join(folder, 'gone', 'a.csv'), source);
  expect(ended).toBe(true);
});

it.each([
  ['EPERM', 'create', 'not-allowed'],
  ['EACCES', 'create', 'not-allowed'],
  ['EPERM', 'rename', 'open-elsewhere'],
  ['EACCES', 'rename', 'open-elsewhere'],
  ['EBUSY', 'rename', 'open-elsewhere'],
  ['ENAMETOOLONG', 'rename', 'name-unusable'],
  ['EISDIR', 'rename', 'name-unusable'],
  ['EIO', 'write', null],
] as const)('%s at %s → %s', (code, step, problem) => {
  expect(writeProblem(Object.assign(new Error(code), { code }), step)).toBe(problem);
});

it.each([new Error('no code'), 'text', undefined, { code: 'EBUSY' }])('%o is no file error', (error) => {
  expect(writeProblem(error, 'write')).toBeNull();
});
