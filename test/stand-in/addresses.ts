/**
 * Chromium opens no address of a scheme it does not know, and only Electron can teach it one. So the
 * pages live under a host that cannot exist (RFC 2606), every request to it is answered by the app's
 * own handler of the scheme, and the app sees the addresses it knows. Both are secure origins, so the
 * pages have the same rights.
 */
const inApp = 'app://foyer';
const inBrowser = 'https://foyer.invalid';

export function toBrowserAddress(url: string): string {
  return replaceStart(url, inApp, inBrowser);
}

export function toAppAddress(url: string): string {
  return replaceStart(url, inBrowser, inApp);
}

function replaceStart(url: string, from: string, to: string): string {
  return url === from || url.startsWith(`${from}/`) ? to + url.slice(from.length) : url;
}
