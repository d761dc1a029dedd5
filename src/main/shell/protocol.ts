import { protocol } from 'electron';
import { isOwnUrl } from './security';
import { answerPageRequest } from './page-files';

const scheme = 'app';

/** Origin of the app's own pages. A scheme of our own instead of `file:`, which would give pages the run of the disk. */
export const appOrigin = `${scheme}://foyer`;

/** Must be called before the app is ready: later Chromium's list of schemes is closed. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built pages, and nothing else, under {@link appOrigin}. */
export function servePages(folder: string): void {
  protocol.handle(scheme, (request) =>
    isOwnUrl(request.url, appOrigin)
      ? answerPageRequest(request.method, request.url, folder)
      : new Response(null, { status: 404 }),
  );
}
