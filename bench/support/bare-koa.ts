import { closeSync, fdatasync, openSync, writeSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import Koa from 'koa';

/**
 * The least that could answer a camera: reads the body, parses it, replies in the protocol's form, stores
 * nothing. What the app costs is measured against this. With the name of a file it also does the least
 * that makes an answer a promise: it appends what it got and syncs, all that came meanwhile together.
 */
const [file] = process.argv.slice(2);
const datasync = promisify(fdatasync);

class Appender {
  #waiting: { bytes: Buffer; done(): void }[] = [];
  #isBusy = false;

  constructor(private readonly fd: number) {}

  append(bytes: Buffer): Promise<void> {
    return new Promise((done) => {
      this.#waiting.push({ bytes, done });
      if (!this.#isBusy) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      writeSync(this.fd, Buffer.concat(group.map(({ bytes }) => bytes)));
      await datasync(this.fd);
      for (const { done } of group) done();
    }
    this.#isBusy = false;
  }
}

const fd = file === undefined ? null : openSync(file, 'a');
const appender = fd === null ? null : new Appender(fd);

const app = new Koa();
app.use(async (ctx) => {
  const pieces: Buffer[] = [];
  for await (const piece of ctx.req) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  const message = JSON.parse(body.toString('utf8')) as { sn: string };
  await appender?.append(body);
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
process.on('SIGTERM', () => {
  if (fd !== null) closeSync(fd);
  process.exit(0);
});
