import type { FoyerEvent } from '#shared/contract';
import type { Told } from '#shared/sentences';
import type { CameraReply } from '../types';
import type { Cost } from './costs';
import type { ArrivedPost } from './receive';
import type { EngineOptions } from './engine';
import type { MaintenanceTasks, TaskName } from './maintenance';
import type { RequestName, Requests } from './requests';
import type { Refused } from '../storage/refused-list';

/** How the rest of the core speaks to the engine, wherever it runs. */
export interface EngineLink {
  /** Why the engine cannot be reached at the moment, in a sentence for the owner; it comes back by itself. */
  readonly trouble: Told | null;
  receive(post: ArrivedPost): Promise<CameraReply>;
  /** @throws StorageThreadError while the engine cannot be reached; expected failures are part of the answer */
  request<N extends RequestName>(name: N, params: Requests[N][0], now: number): Promise<Requests[N][1]>;
  /** Work on whole databases. Expected failures are part of the answer. */
  maintain<N extends TaskName>(
    name: N,
    params: MaintenanceTasks[N][0],
    now: number,
  ): Promise<MaintenanceTasks[N][1]>;
  noteRefusal(refusal: Refused): void;
  onEvents(listener: (events: FoyerEvent[]) => void): void;
  /** Told how long the thread was busy with whose messages. */
  onCosts(listener: (costs: Cost[]) => void): void;
  /** @returns whether everything is on disk; @throws if the engine is gone */
  snapshot(now: number): Promise<boolean>;
  /** Snapshot, release the folder, end. */
  close(now: number): Promise<void>;
}

/** To the engine's thread. */
export type ToEngine =
  | { type: 'open'; options: EngineOptions }
  | { type: 'posts'; firstId: number; posts: ArrivedPost[] }
  | { type: 'request'; id: number; name: RequestName; params: unknown; now: number }
  | { type: 'maintain'; id: number; name: TaskName; params: unknown; now: number }
  | { type: 'refusal'; refusal: Refused }
  | { type: 'snapshot'; id: number; now: number }
  | { type: 'close'; id: number; now: number };

/** From the engine's thread. */
export type FromEngine =
  | { type: 'opened' }
  | { type: 'failed'; reason: string | null; message: string }
  | { type: 'replies'; firstId: number; replies: CameraReply[] }
  | { type: 'answer'; id: number; result: unknown }
  | { type: 'error'; id: number; message: string }
  | { type: 'costs'; costs: Cost[] }
  | { type: 'events'; events: FoyerEvent[] }
  | { type: 'log'; level: 'info' | 'warn' | 'error'; message: string };
