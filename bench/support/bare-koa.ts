import type { AddressInfo } from 'node:net';
import Koa from 'koa';

/**
 * The least that could answer a camera: reads the body, parses it, replies in the protocol's form, stores
 * nothing. What the app costs is measured against this.
 */
const app = new Koa();
app.use(async (ctx) => {
  const pieces: Buffer[] = [];
  for await (const piece of ctx.req) pieces.push(piece as Buffer);
  const message = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { sn: string };
  ctx.body = {
    code: 0,
    msg: 'success',
    data: { sn: message.sn, time: Math.floor(Date.now() / 1000) },
  };
});
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${String(port)}` })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
