import type { ApiError, Outcome } from '#shared/contract';
import type { Sharing } from '#shared/domain';
import { tell, type Told } from '#shared/sentences';
import type { Log } from '../../core/types';
import type { DashboardServer } from '../dashboard-server';
import { hostAndPort, listen, type Listener } from '../listener';
import type { Credentials } from './credentials';

export interface SharingPortDeps {
  /** Where it listens: an address of this computer, or `0.0.0.0` for all. */
  host: string;
  /** The addresses under which others reach that, the likeliest first. */
  addresses: () => readonly string[];
  credentials: Pick<Credentials, 'sharing' | 'setSharing'>;
  /** Makes a server that is not listening yet. */
  createServer: () => Promise<DashboardServer>;
  log: Log;
}

export interface SharingChange {
  isOn?: boolean | undefined;
  port?: number | undefined;
}

/** Not written down: true until Foyer ends. */
export const notKept: { ok: false; error: ApiError } = {
  ok: false,
  error: {
    code: 'unavailable',
    ...tell('not-kept'),
  },
};

/** The pages for phones: a listener of its own in the shop's network, open only while the owner wants it. */
export class SharingPort {
  #open: { listener: Listener; server: DashboardServer } | null = null;
  #problem: Told | null = null;
  #changing: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: SharingPortDeps) {}

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Opens if the owner had it open. A failure stays visible as the problem. */
  async start(): Promise<void> {
    const { isOn, port } = this.deps.credentials.sharing;
    if (!isOn) return;
    this.#problem = await this.#listen(port);
    if (this.#problem !== null) this.deps.log.warn(`No pages for phones: ${this.#problem.message}`);
  }

  state(): Sharing {
    const { isOn, port } = this.deps.credentials.sharing;
    return { isOn, port, urls: this.urls(), ...problemOf(this.#problem) };
  }

  urls(): string[] {
    const { host, addresses } = this.deps;
    const port = this.#open?.listener.port;
    if (port === undefined) return [];
    const isEverywhere = host === '0.0.0.0' || host === '::';
    const names = isEverywhere ? addresses() : [host];
    return names.map((name) => `http://${hostAndPort(name, port)}`);
  }

  /** One change after the other. A port that cannot be had changes nothing. */
  update(change: SharingChange): Promise<Outcome<Sharing>> {
    const changed = this.#changing.then(() => this.#update(change));
    this.#changing = changed.catch(() => undefined);
    return changed;
  }

  /** Ends what a device looks at that may look no more. */
  dismiss(callerId: string): void {
    this.#open?.server.dismiss(callerId);
  }

  async close(): Promise<void> {
    await this.#changing;
    await this.#stop();
  }

  async #update(change: SharingChange): Promise<Outcome<Sharing>> {
    const before = this.deps.credentials.sharing;
    const next = { isOn: change.isOn ?? before.isOn, port: change.port ?? before.port };
    const old = this.#open;
    const stays = old !== null && (next.port === before.port || next.port === old.listener.port);
    if (next.isOn && !stays) {
      this.#open = null;
      const failure = await this.#listen(next.port);
      if (failure !== null) {
        this.#open = old;
        return { ok: false, error: { code: 'conflict', ...failure } };
      }
      await stop(old);
    }
    this.#problem = null;
    const isKept = await this.deps.credentials.setSharing(next);
    if (!next.isOn) await this.#stop();
    return isKept ? { ok: true, result: this.state() } : notKept;
  }

  /** @returns why it cannot be had */
  async #listen(port: number): Promise<Told | null> {
    const server = await this.deps.createServer();
    const outcome = await listen(server.server, this.deps.host, port);
    if (!outcome.ok) {
      server.endStreams();
      return { message: outcome.failure.message, sentence: outcome.failure.sentence };
    }
    this.#open = { listener: outcome.listener, server };
    return null;
  }

  async #stop(): Promise<void> {
    const old = this.#open;
    this.#open = null;
    await stop(old);
  }
}

function problemOf(told: Told | null): Pick<Sharing, 'problem' | 'problemSentence'> {
  return { problem: told?.message ?? null, problemSentence: told?.sentence ?? null };
}

async function stop(old: { listener: Listener; server: DashboardServer } | null): Promise<void> {
  old?.server.endStreams();
  await old?.listener.close();
}
