import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mosquitto } from '../../scripts/lib/mosquitto';
import { ownPort } from './own-port';

export { mosquitto };

/** A Mosquitto of the test's own, in memory, on the loopback. */
export class MosquittoBroker {
  #child: ChildProcess | null = null;
  port = 0;

  constructor(
    private readonly login: { user: string; password: string } | null = null,
    private readonly tls: { key: string; cert: string } | null = null,
    private readonly folder = mkdtempSync(join(tmpdir(), 'foyer-mosquitto-')),
  ) {}

  /** On the port it had before, if it had one. */
  async up(): Promise<void> {
    if (mosquitto === null) throw new Error('Mosquitto is not installed');
    if (this.port === 0) this.port = await ownPort();
    const config = join(this.folder, 'mosquitto.conf');
    writeFileSync(config, this.#config().join('\n'));
    const child = spawn(mosquitto, ['-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#child = child;
    await new Promise<void>((ready, failed) => {
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes(' running')) ready();
      });
      child.on('exit', () => {
        failed(new Error(`Mosquitto ended: ${said}`));
      });
    });
  }

  async down(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    this.#child = null;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async dispose(): Promise<void> {
    await this.down();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #config(): string[] {
    const { login, port } = this;
    const common = [
      `listener ${String(port)} 127.0.0.1`,
      'persistence false',
      'log_dest stderr',
      'log_type all',
    ];
    if (this.tls) {
      const files = { keyfile: this.tls.key, certfile: this.tls.cert };
      for (const [name, pem] of Object.entries(files)) {
        const path = join(this.folder, `${name}.pem`);
        writeFileSync(path, pem);
        common.push(`${name} ${path}`);
      }
      // As root it gives its rights up, and could not read the files any more.
      common.push('user root');
    }
    if (!login) return [...common, 'allow_anonymous true', ''];
    const file = join(this.folder, 'passwords');
    const hashed = spawnSync('mosquitto_passwd', ['-b', '-c', file, login.user, login.password]);
    if (hashed.status !== 0) throw new Error(`mosquitto_passwd: ${String(hashed.stderr)}`);
    // As root it gives its rights up, and could not read the file any more.
    return [...common, 'user root', 'allow_anonymous false', `password_file ${file}`, ''];
  }
}
