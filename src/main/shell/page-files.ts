import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { securityHeaders } from '../server/dashboard/security-headers';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Path of the file that an address of our scheme stands for, or `null` for one that leads out of the
 * folder or is no file of a page (unknown ending, malformed escapes).
 */
export function pageFilePath(address: string, folder: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    // Not an address, or a stray `%`: both are how these two functions say so.
    return null;
  }
  if (path.endsWith('/')) path += 'index.html';
  // A backslash is a separator on Windows only; a colon may name a drive or a stream there.
  if (/[\\:\0]/.test(path)) return null;
  const file = join(folder, path);
  const inside = file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  return inside && extname(file) in contentTypes ? file : null;
}

/** Answers a request for a file of the built pages, under the same policy as in a browser; `folder` is absolute. */
export async function answerPageRequest(method: string, address: string, folder: string): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return refuse(405);
  const file = pageFilePath(address, folder);
  if (file === null) return refuse(404);
  try {
    const body = await readFile(file);
    return new Response(method === 'HEAD' ? null : new Uint8Array(body), {
      headers: { ...securityHeaders, 'Content-Type': contentTypes[extname(file)] ?? '' },
    });
  } catch {
    // No such file, or a folder: for a page it is all the same.
    return refuse(404);
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
