import { app, session, shell } from 'electron';
import { externalLink, isOwnUrl, isPermitted, type OwnOrigin } from './security';

/**
 * Applies the policy of `security.ts` to every page there will ever be. Call once, when the app is
 * ready and before the first window.
 */
export function hardenPages(ownOrigin: OwnOrigin): void {
  app.on('web-contents-created', (_created, contents) => {
    // Covers subframes too, unlike `will-navigate`.
    contents.on('will-frame-navigate', (details) => {
      if (!isOwnUrl(details.url, ownOrigin)) details.preventDefault();
    });
    contents.on('will-redirect', (details) => {
      if (!isOwnUrl(details.url, ownOrigin)) details.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(({ url }) => {
      const link = externalLink(url);
      if (link !== null) void shell.openExternal(link);
      return { action: 'deny' };
    });
  });

  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isPermitted(permission, details.requestingUrl, ownOrigin));
  });
  defaultSession.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermitted(permission, requestingOrigin, ownOrigin),
  );
  defaultSession.setDevicePermissionHandler(() => false);
}
