import type { Carrier } from '#shared/carrier';
import { desktopCarrier } from './desktop';
import { createHttpCarrier } from './http';

/** The desktop app's own carrier where its preload script left a bridge, HTTP to the page's origin elsewhere. */
export function chooseCarrier(unreachable: () => string): Carrier {
  const apiUrl = new URL('api/v1/', document.baseURI).href;
  return window.foyer ? desktopCarrier(window.foyer) : createHttpCarrier({ apiUrl, unreachable });
}
