import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { resolveConfig } from 'electron-vite';
import { build, createServer, type InlineConfig } from 'vite';
import { root, say } from './lib/project';

/**
 * `npm run dev:web`: Foyer without Electron, for working on it in a browser. The pages are reloaded
 * in place; the rest is rebuilt and started again at every change, on data of its own.
 */

const dashboardPort = 18_081;
/** Not where `npm run build` builds to: `npm start` would take the one for the other. */
const outDir = join(root, 'out/dev');
const entry = join(outDir, 'main/headless.js');
const args = ['--data', join(outDir, 'data'), '--dashboard-port', String(dashboardPort), '--json'];

let apiKey = '';
let running: ChildProcess | undefined;
let restarting = Promise.resolve();

const { config } = await resolveConfig({ root, build: { outDir } }, 'build', 'development');
const watcher = await build({
  ...(config?.main as InlineConfig),
  logLevel: 'error',
  build: { ...config?.main?.build, watch: {} },
});
if (!('on' in watcher)) throw new Error('Vite did not start to watch.');

const pages = await createServer({
  ...((await resolveConfig({ root }, 'serve', 'development')).config?.renderer as InlineConfig),
  logLevel: 'warn',
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': {
        target: `http://127.0.0.1:${String(dashboardPort)}`,
        changeOrigin: true,
        configure(proxy) {
          proxy.on('proxyReq', (request) => {
            // The dashboard trusts only its own pages; here the proxy stands in for them.
            request.setHeader('Authorization', `Bearer ${apiKey}`);
            request.removeHeader('Origin');
            request.removeHeader('Sec-Fetch-Site');
          });
        },
      },
    },
  },
});
await pages.listen();

watcher.on('event', (event) => {
  if (event.code === 'ERROR') process.stderr.write(`${event.error.message}\n`);
  if (event.code === 'END') restarting = restarting.then(restart);
});

async function restart(): Promise<void> {
  await stop();
  const child = spawn(process.execPath, [entry, ...args, ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running = child;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const ready = JSON.parse(line) as { cameraUrl: string; apiKey: string };
    apiKey = ready.apiKey;
    say(`Pages: ${pages.resolvedUrls?.local[0] ?? ''}   cameras: ${ready.cameraUrl}`);
  });
}

async function stop(): Promise<void> {
  if (running?.exitCode !== null || running.signalCode !== null) return;
  const ended = once(running, 'exit');
  running.kill('SIGTERM');
  await ended;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all([restarting.then(stop), pages.close()]).then(() => process.exit(0));
  });
}
