import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPageRequest, pageFilePath } from '../../../src/main/shell/page-files';

let parent: string;
let folder: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'foyer-pages-'));
  folder = join(parent, 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<title>Foyer</title>');
  await writeFile(join(folder, 'assets/index.js'), 'export {};');
  await writeFile(join(folder, 'assets/notes.txt'), 'not a part of a page');
  await writeFile(join(parent, 'secret.json'), '{}');
  await mkdir(join(parent, 'renderer-other'));
  await writeFile(join(parent, 'renderer-other/index.html'), 'other');
});
afterAll(() => rm(parent, { recursive: true }));

describe('answerPageRequest', () => {
  it.each([
    ['app://foyer/', 200, 'text/html; charset=utf-8'],
    ['app://foyer/index.html#/history', 200, 'text/html; charset=utf-8'],
    ['app://foyer/assets/index.js?v=1', 200, 'text/javascript; charset=utf-8'],
    ['app://foyer/assets/', 404, null],
    ['app://foyer/assets', 404, null],
    ['app://foyer/assets/notes.txt', 404, null],
    ['app://foyer/missing.js', 404, null],
    ['app://foyer/../secret.json', 404, null],
    ['app://foyer/%2e%2e/secret.json', 404, null],
    ['app://foyer/..%2fsecret.json', 404, null],
    ['app://foyer/%2e%2e%2frenderer-other/index.html', 404, null],
    ['app://foyer/..%5csecret.json', 404, null],
    ['app://foyer/C:%5csecret.json', 404, null],
    ['app://foyer/index.html%00.js', 404, null],
    ['app://foyer/%zz.js', 404, null],
  ])('%s → %i', async (address, status, contentType) => {
    const answer = await answerPageRequest('GET', address, folder);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe(contentType);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  it('gives the file itself, and to HEAD only its headers', async () => {
    expect(await (await answerPageRequest('GET', 'app://foyer/', folder)).text()).toBe(
      '<title>Foyer</title>',
    );
    expect(await (await answerPageRequest('HEAD', 'app://foyer/', folder)).text()).toBe('');
  });

  it('only reads', async () => {
    expect((await answerPageRequest('POST', 'app://foyer/', folder)).status).toBe(405);
  });
});

it('no address leads out of the folder', () => {
  const pieces = fc.constantFrom(
    '..',
    '.',
    '%2e',
    '%2f',
    '%5c',
    '/',
    '\\',
    'a',
    'index.html',
    '%25',
    ':',
    '//',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (path) => {
      const file = pageFilePath(`app://foyer/${path.join('')}.js`, folder);
      expect(file === null || file.startsWith(folder + sep)).toBe(true);
    }),
  );
});
