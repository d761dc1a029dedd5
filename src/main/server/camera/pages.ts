import Router from '@koa/router';
import type { Context } from 'koa';
import { escapeHtml, plainPage, plainPagePolicy } from '../html';
import { hostAndPort } from '../listener';
import { plainAddress } from '../plain-address';
import { heartbeatPath, uploadPath } from './endpoint';

/**
 * What a person sees who opens the camera port in a browser.
 * @param onVisit told the address of each device that opened it
 */
export function cameraPages(onVisit: (address: string) => void): Router {
  const show = (ctx: Context) => {
    const { localAddress, localPort = 0, remoteAddress } = ctx.req.socket;
    onVisit(plainAddress(remoteAddress));
    answer(ctx, 200, listeningPage(ctx.get('Host') || hostAndPort(plainAddress(localAddress), localPort)));
  };
  return new Router().get(['/', heartbeatPath, uploadPath], show);
}

export function nothingHere(ctx: Context): void {
  const hint = '<p>Cameras send their counts to this port. Try the <a href="/">start page</a>.</p>';
  answer(ctx, 404, plainPage('There is nothing here', hint));
}

/**
 * The owner's first test, from a phone or from the PC itself: whoever sees this page has the right address.
 * @param host as it was called (`192.168.1.20:8080`); it comes from the network
 */
export function listeningPage(host: string): string {
  const line = (name: string, path: string) =>
    `<dt>${name}</dt><dd><code>http://${escapeHtml(host)}${path}</code></dd>`;
  return plainPage(
    'Foyer is listening. Point your camera here.',
    `<p>In the camera’s settings, where it says data push or HTTP upload, type these two addresses:</p>
<dl>
${line('Heartbeat', heartbeatPath)}
${line('Data upload', uploadPath)}
</dl>`,
  );
}

function answer(ctx: Context, status: number, html: string): void {
  ctx.status = status;
  ctx.type = 'html';
  ctx.set({
    'Content-Security-Policy': plainPagePolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  ctx.body = html;
}
