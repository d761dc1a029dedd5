import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, importViolations } from './import-rule';

const root = resolve(import.meta.dirname, '../..');

async function sources(): Promise<Map<string, string>> {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(ts|vue|js|mts|cts)$/.test(entry.name));
  const texts = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(root, path).split(sep).join('/'), await readFile(path, 'utf8')] as const;
    }),
  );
  return new Map(texts);
}

it('the source keeps the import rule', async () => {
  const all = await sources();
  expect(all.size).toBeGreaterThan(50);
  expect(importViolations(all)).toEqual([]);
});

describe('the checker finds what is planted', () => {
  it.each([
    ['src/shared/a.ts', "import fs from 'node:fs';"],
    ['src/shared/a.ts', "import { ref } from 'vue';"],
    ['src/shared/a.ts', "import type { Core } from '../main/core/types';"],
    ['src/shared/a.ts', "export * from '../renderer/router';"],
    ['src/main/core/a.ts', "import { app } from 'electron';"],
    ['src/main/core/a.ts', "import type { App } from 'electron';"],
    ['src/main/core/a.ts', "import Koa from 'koa';"],
    ['src/main/core/a.ts', "type K = import('koa').Context;"],
    ['src/main/core/a.ts', "const { listen } = await import('../server/listener');"],
    ['src/main/core/deep/a.ts', "import { startApp } from '../../app';"],
    ['src/main/server/a.ts', "import { saveCsv } from '../shell/save-csv';"],
    ['src/main/server/a.ts', "import { dialog } from 'electron/main';"],
    ['src/main/shell/a.ts', "import { startApp } from '../app';"],
    ['src/main/shell/a.ts', "import '../index';"],
    ['src/main/app.ts', "import './shell/ipc';"],
    ['src/main/headless.ts', "import { app } from 'electron';"],
    ['src/main/headless.ts', "import './index';"],
    ['src/preload/index.ts', "import { readFile } from 'fs';"],
    ['src/preload/index.ts', "import '../main/core/types';"],
    ['src/renderer/a.ts', "import { join } from 'node:path';"],
    ['src/renderer/a.ts', "export { x } from '../main/core/types';"],
    ['src/renderer/a.ts', "import { ipcRenderer } from 'electron';"],
    [
      'src/renderer/A.vue',
      '<script setup lang="ts">\nimport "node:fs";\n</script>\n<template><p /></template>',
    ],
    ['src/renderer/A.vue', '<script lang="ts">\nexport default await import("../preload/index");\n</script>'],
    ['src/renderer/A.vue', '<script src="../simulator/cli.ts"></script>'],
    ['src/simulator/a.ts', "import '../main/core/protocol/decode';"],
    ['src/simulator/a.ts', "import autocannon from 'autocannon';"],
    ['src/shared/a.ts', "import '../../package.json';"],
    ['src/shared/a.ts', "import '/etc/passwd';"],
    ['src/shared/a.ts', "import '#other/thing';"],
    ['src/elsewhere/a.ts', 'export {};'],
  ])('%s: %s', (file, text) => {
    expect(importViolations(new Map([[file, text]]))).toHaveLength(1);
  });

  it.each(['sql.js', 'chart.js/auto'])('a second file with %s', (name) => {
    const folder = name === 'sql.js' ? 'src/main/core' : 'src/renderer';
    const text = `import '${name}';`;
    const one = new Map([[`${folder}/a.ts`, text]]);
    expect(importViolations(one)).toEqual([]);
    expect(importViolations(one.set(`${folder}/b.ts`, text))).toHaveLength(1);
  });
});

describe('the checker lets pass what is allowed', () => {
  it.each([
    ['src/shared/a.ts', "import { z } from 'zod'; import './domain';"],
    ['src/main/core/a.ts', "import '#shared/contract'; import { Worker } from 'node:worker_threads';"],
    ['src/main/server/a.ts', "import Koa from 'koa'; import Router from '@koa/router'; import '../core';"],
    ['src/main/shell/a.ts', "import { app } from 'electron'; import '../server/listener';"],
    ['src/main/index.ts', "import './app'; import './shell/ipc'; import { app } from 'electron';"],
    ['src/main/headless.ts', "import './app'; import './core'; import 'node:os';"],
    ['src/preload/index.ts', "import { contextBridge } from 'electron'; import '#shared/carrier';"],
    ['src/renderer/a.ts', "import './design/base.css'; import icon from './icon.svg?url';"],
    ['src/renderer/a.ts', "// import 'electron';\nconst text = 'from \"koa\"';"],
  ])('%s: %s', (file, text) => {
    expect(importViolations(new Map([[file, text]]))).toEqual([]);
  });
});

it('sees every kind of import', () => {
  const text = `import a from 'a'; import type b from 'b'; export * from 'c'; export type { d } from 'd';
    const e = await import('e'); let f: import('f').F; import 'g'; import h = require('h');`;
  expect(importsOf('x.ts', text).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
});
