import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import {
  createServer,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { configureRequestUrl, HttpExecutor, type DownloadOptions } from 'builder-util-runtime';
import { AppImageUpdater } from 'electron-updater';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { feedUpdater } from '../../../src/main/shell/feed-updater';
import { removeFolder, silentLog, temporaryFolder } from '../../support/core';

const program = Buffer.from('a newer Foyer');
const sha512 = (bytes: Buffer) => createHash('sha512').update(bytes).digest('base64');

/** Electron has a network of its own; here it is Node's. All else is the library's. */
class NodeExecutor extends HttpExecutor<ClientRequest> {
  override createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void) {
    return httpRequest(options, callback);
  }

  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const request: RequestOptions = {};
      configureRequestUrl(url, request);
      const callback = (error: Error | null) => {
        if (error) reject(error);
        else resolve(destination);
      };
      this.doDownload(request, { destination, options, onCancel, callback, responseHandler: null }, 0);
    });
  }
}

let folder: string;
let server: Server;
let asked: string[];
let files: Record<string, Buffer | string>;

beforeEach(async () => {
  folder = temporaryFolder();
  asked = [];
  server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    asked.push(path);
    const file = files[path];
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  vi.stubEnv('APPIMAGE', join(folder, 'Foyer.AppImage'));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
  removeFolder(folder);
});

/** A static feed that offers a version. */
function feed(version: string, stated = sha512(program)): void {
  const file = `Foyer-${version}-linux-x86_64.AppImage`;
  const lines = [
    `version: ${version}`,
    `path: ${file}`,
    `sha512: ${stated}`,
    `files: [{ url: ${file}, sha512: ${stated}, size: ${String(program.length)} }]`,
    "releaseDate: '2026-01-01T00:00:00.000Z'",
  ];
  files = { '/latest-linux.yml': lines.join('\n'), [`/${file}`]: program };
}

/** The library as it runs in an installed Foyer 1.0.0, apart from Electron. */
function open() {
  const config = join(folder, 'app-update.yml');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  writeFileSync(config, `provider: generic\nurl: ${url}\nupdaterCacheDirName: foyer-updater\n`);
  const app = {
    version: '1.0.0',
    name: 'foyer',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  };
  const library = new AppImageUpdater(null, app);
  Object.assign(library, { httpExecutor: new NodeExecutor() });
  return feedUpdater(library, silentLog);
}

describe('a static feed', () => {
  it('with a newer version: it is told of, and fetched only when asked for', async () => {
    feed('2.0.0');
    const updater = open();
    expect(await updater.check()).toBe('2.0.0');
    expect(asked).toEqual(['/latest-linux.yml']);
    await updater.download();
    expect(asked).toContain('/Foyer-2.0.0-linux-x86_64.AppImage');
  });

  it.each(['1.0.0', '0.9.0'])('with version %s: nothing newer', async (version) => {
    feed(version);
    expect(await open().check()).toBeNull();
  });

  it('with a program that is not what it states: refused', async () => {
    feed('2.0.0', sha512(Buffer.from('something else')));
    const updater = open();
    expect(await updater.check()).toBe('2.0.0');
    await expect(updater.download()).rejects.toThrow(/sha512/);
  });

  it('that is not there: an error, not an end', async () => {
    files = {};
    await expect(open().check()).rejects.toThrow();
  });
});
