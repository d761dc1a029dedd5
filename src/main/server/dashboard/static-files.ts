import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Next } from 'koa';
import { plainPage, plainPagePolicy } from '../html';
import type { DashboardContext } from './context';

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Vite puts a hash of the content into the names of these. */
const hashed = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/**
 * Serves a folder that does not change while Foyer runs. Its files are listed once and a request
 * is only ever looked up in that list, never turned into a path: there is nothing that `..`,
 * encodings, drive letters or links could lead out of.
 */
export async function staticFiles(folder: string) {
  const files = await listFiles(folder);

  return async function serve(ctx: DashboardContext, next: Next): Promise<void> {
    const name = ctx.path === '/' ? '/index.html' : ctx.path;
    const file = files.get(name);
    if (file !== undefined && (ctx.method === 'GET' || ctx.method === 'HEAD')) {
      ctx.body = await readFile(file);
      ctx.set('Content-Type', contentTypes[extname(file)] ?? 'application/octet-stream');
      if (hashed.test(name)) ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
      return;
    }
    await next();
    if (ctx.status !== 404 || ctx.body !== undefined) return;
    ctx.status = 404;
    ctx.type = 'html';
    ctx.set('Content-Security-Policy', plainPagePolicy);
    ctx.body = files.has('/index.html')
      ? plainPage('There is nothing here', '<p>Go to the <a href="/">start page</a>.</p>')
      : plainPage('The pages are not built yet', '<p>Run <code>npm run build</code> and start again.</p>');
  };
}

/** Paths in the address → files. Links are left out: they could lead anywhere. */
async function listFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await entriesOf(folder)) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).join('/')}`, file);
  }
  return files;
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    // Without built pages the API works all the same, and the page says what to do.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
