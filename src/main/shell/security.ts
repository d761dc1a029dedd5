/**
 * What a page in a window may do, as pure functions. Everything not named here is refused.
 * The wiring to Electron's events is in `harden.ts`.
 */

/**
 * Where the app's own pages live: scheme and host, `app://foyer`. (The `origin` of Node's URL is
 * `null` for schemes it does not know, hence the comparison by hand.)
 */
export type OwnOrigin = string;

export function isOwnUrl(address: string, ownOrigin: OwnOrigin): boolean {
  const url = parse(address);
  const own = parse(ownOrigin);
  if (!url || !own) return false;
  return url.protocol === own.protocol && url.host === own.host && !url.username && !url.password;
}

/** The frame an IPC message came from, as Electron tells it. */
export interface SenderFrame {
  url: string;
  parent: unknown;
}

/**
 * Whether an IPC message may be answered: only the top frame of our own pages is. The frame is
 * missing when it navigated away or closed since it sent the message.
 */
export function isTrustedSender(frame: SenderFrame | null | undefined, ownOrigin: OwnOrigin): boolean {
  if (!frame) return false;
  return frame.parent === null && isOwnUrl(frame.url, ownOrigin);
}

/** A link's address when the owner's browser may be asked to open it: https, nothing that names a user. */
export function externalLink(address: string): string | null {
  const url = parse(address);
  if (url?.protocol !== 'https:' || url.username || url.password) return null;
  return url.href;
}

/** For copy buttons and the view for a TV; camera, microphone, place and all others are never asked for. */
const permissionsOfOwnPages: readonly string[] = [
  'clipboard-sanitized-write',
  'fullscreen',
  'screen-wake-lock',
];

/** Whether a page's request for a permission (Electron's name of it) is granted. */
export function isPermitted(permission: string, requestedBy: string, ownOrigin: OwnOrigin): boolean {
  return permissionsOfOwnPages.includes(permission) && isOwnUrl(requestedBy, ownOrigin);
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
