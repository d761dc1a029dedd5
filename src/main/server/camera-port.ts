import type { Outcome } from '#shared/contract';
import { tell, type Told } from '#shared/sentences';
import type { Host } from '../core/types';
import { listen, localUrl, type ListenOutcome, type Listener, type Server } from './listener';

/** Where the camera listener is, and how it moves. */
export class CameraPort {
  private listener: Listener | null = null;
  private problem: Told | null = tell('starting');
  private moving: Promise<unknown> = Promise.resolve();
  private closed = false;

  /** @param createServer makes a server that is not listening yet */
  constructor(
    private readonly host: string,
    private readonly createServer: () => Server | Promise<Server>,
    private readonly scheme: 'http' | 'https' = 'http',
  ) {}

  /** For `system.info`. */
  get state(): ReturnType<Host['cameraListener']> {
    return {
      port: this.listener?.port ?? null,
      problem: this.problem?.message ?? null,
      sentence: this.problem?.sentence,
    };
  }

  /** The address on this computer; `null` while the listener is down. */
  get url(): string | null {
    return this.listener && localUrl(this.host, this.listener.port, this.scheme);
  }

  /** Listens for the first time. A failure stays visible as the problem, and {@link change} may mend it. */
  async open(port: number): Promise<ListenOutcome> {
    const outcome = await listen(await this.createServer(), this.host, port);
    this.listener = outcome.ok ? outcome.listener : null;
    this.problem = outcome.ok ? null : outcome.failure;
    return outcome;
  }

  /**
   * Moves to another port: listens there first, so that a port in use costs nothing, then leaves
   * the old one. Cameras in mid-message there get their answer.
   * @param port `null` to listen no more
   */
  change(port: number | null): Promise<Outcome<null>> {
    const moved = this.moving.then(() => this.move(port));
    this.moving = moved.catch(() => undefined);
    return moved;
  }

  private async move(port: number | null): Promise<Outcome<null>> {
    if (this.closed) {
      return { ok: false, error: { code: 'unavailable', ...tell('closing') } };
    }
    const old = this.listener;
    if (port === null) {
      this.listener = this.problem = null;
      await old?.close();
      return { ok: true, result: null };
    }
    if (old?.port === port) return { ok: true, result: null };
    const outcome = await listen(await this.createServer(), this.host, port);
    if (!outcome.ok) {
      const { message, sentence } = outcome.failure;
      return { ok: false, error: { code: 'conflict', message, sentence } };
    }
    this.listener = outcome.listener;
    this.problem = null;
    await old?.close();
    return { ok: true, result: null };
  }

  /** Stops accepting, and waits for the answers in flight. */
  async close(): Promise<void> {
    this.closed = true;
    await this.moving;
    await this.listener?.close();
    this.listener = null;
    this.problem = tell('closing');
  }
}
