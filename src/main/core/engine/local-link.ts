import type { FoyerEvent } from '#shared/contract';
import { nodeFileSystem, type FileSystem } from '../storage/file-system';
import type { Checkpointer } from '../storage/snapshots';
import type { Refused } from '../storage/refused-list';
import type { CameraReply, Clock, Log } from '../types';
import type { EngineOptions } from './engine';
import { EngineHost } from './host';
import type { EngineLink } from './link';
import type { Cost } from './costs';
import type { ArrivedPost } from './receive';
import type { MaintenanceTasks, TaskName } from './maintenance';
import type { RequestName, Requests } from './requests';

/** The engine on the caller's own thread: for tools that read a data folder, and for tests with their own clock. */
export class LocalLink implements EngineLink {
  readonly trouble = null;
  #listener: (events: FoyerEvent[]) => void = () => undefined;
  #costListener: (costs: Cost[]) => void = () => undefined;

  private constructor(private host: EngineHost | null) {}

  /** @throws DataFolderError if the folder is in use or cannot be used */
  static async open(
    options: EngineOptions,
    clock: Clock,
    log: Log,
    fs: FileSystem = nodeFileSystem,
    checkpointer: Checkpointer | null = null,
  ): Promise<LocalLink> {
    const link = new LocalLink(null);
    link.host = await EngineHost.open(
      options,
      clock,
      log,
      (events) => link.#listener(events),
      fs,
      checkpointer,
    );
    return link;
  }

  async receive(post: ArrivedPost): Promise<CameraReply> {
    const [reply] = await this.#open().receive([post]);
    const costs = this.#open().takeCosts();
    if (costs.length > 0) this.#costListener(costs);
    if (!reply) throw new Error('A message was not answered');
    return reply;
  }

  request<N extends RequestName>(name: N, params: Requests[N][0], now: number): Promise<Requests[N][1]> {
    return Promise.resolve(this.#open().request(name, params, now) as Requests[N][1]);
  }

  maintain<N extends TaskName>(
    name: N,
    params: MaintenanceTasks[N][0],
    now: number,
  ): Promise<MaintenanceTasks[N][1]> {
    return this.#open().maintain(name, params, now);
  }

  noteRefusal(refusal: Refused): void {
    this.#open().noteRefusal(refusal);
  }

  onCosts(listener: (costs: Cost[]) => void): void {
    this.#costListener = listener;
  }

  onEvents(listener: (events: FoyerEvent[]) => void): void {
    this.#listener = listener;
  }

  snapshot(now: number): Promise<boolean> {
    return this.#open().snapshot(now);
  }

  /** What the app does by itself now and then. */
  checkpoint(now: number): Promise<void> {
    return this.#open().checkpoint(now);
  }

  close(now: number): Promise<void> {
    return this.#open().close(now);
  }

  #open(): EngineHost {
    if (!this.host) throw new Error('The engine is not open');
    return this.host;
  }
}
