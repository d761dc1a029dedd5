import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };

/** Puts SQLite's WebAssembly beside the bundles: the packaged app has no node_modules to look in. */
function sqliteWasm(): Plugin {
  return {
    name: 'foyer:sqlite-wasm',
    generateBundle() {
      const source = readFileSync(require.resolve('sql.js/dist/sql-wasm.wasm'));
      this.emitFile({ type: 'asset', fileName: 'sql-wasm.wasm', source });
    },
  };
}

const define = { __FOYER_VERSION__: JSON.stringify(version) };

export default defineConfig({
  main: {
    define,
    plugins: [sqliteWasm()],
    build: {
      // Everything is bundled: the app ships without node_modules, and starts from few files.
      externalizeDeps: false,
      rollupOptions: {
        // Koa's `depd` names its warnings with an eval; nothing of ours uses one (the linter sees to it).
        checks: { eval: false },
        input: {
          index: resolve(root, 'src/main/index.ts'),
          headless: resolve(root, 'src/main/headless.ts'),
          'storage-worker': resolve(root, 'src/main/core/storage/worker.ts'),
          'checkpoint-worker': resolve(root, 'src/main/core/storage/checkpoint-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    // Relative addresses: the same files are served over HTTP and under the app's own scheme.
    base: './',
    define,
    plugins: [vue()],
    build: { rollupOptions: { input: resolve(root, 'src/renderer/index.html') } },
  },
});
