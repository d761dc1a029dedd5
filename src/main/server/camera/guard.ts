import type { Server } from 'node:net';
import { isThisComputer } from '../../core/this-computer';
import { plainAddress } from '../plain-address';
import { AllowList } from './allow-list';
import { Budget } from './budget';
import { ConnectionTable } from './connection-table';
import { FairPlaces } from './fair-places';
import { defaultCameraLimits, type CameraLimits } from './limits';

interface Account {
  messages: Budget;
  bytes: Budget;
  /** Milliseconds of the storage's time. */
  work: Budget;
  /** The same without a burst: between two messages that take long the others have their turn. */
  pace: Budget;
  /** When the owner was last told that this address sends too much. */
  toldAt: number;
}

/** Addresses that are remembered. A device that makes addresses up must not fill the memory either. */
const MOST_ACCOUNTS = 4096;
const TELL_EVERY_MS = 60_000;

/** What stands between the network and the cameras' reports; one for all ports that cameras call. */
export class CameraGuard {
  readonly limits: CameraLimits;
  readonly allowList = new AllowList();
  readonly connections: ConnectionTable;
  /** Places for bodies that need memory, and for messages that are being counted. */
  readonly largeBodies: FairPlaces;
  readonly inHand: FairPlaces;
  #accounts = new Map<string, Account>();

  /** @param now milliseconds of a clock that only goes forward */
  constructor(
    limits: Partial<CameraLimits> = {},
    private readonly now: () => number = () => performance.now(),
  ) {
    this.limits = { ...defaultCameraLimits, ...limits };
    const { maxConnections, maxConnectionsPerAddress, largeBodies, largeBodiesPerAddress } = this.limits;
    const { messagesInHand, messagesInHandPerAddress } = this.limits;
    const shareOr = (all: number, share: number) => (address: string) =>
      isThisComputer(address) ? all : share;
    this.connections = new ConnectionTable(maxConnections, shareOr(maxConnections, maxConnectionsPerAddress));
    this.largeBodies = new FairPlaces(largeBodies, shareOr(largeBodies, largeBodiesPerAddress));
    this.inHand = new FairPlaces(messagesInHand, shareOr(messagesInHand, messagesInHandPerAddress));
  }

  /** Keeps the number of a server's connections within bounds. */
  watch(server: Server): void {
    server.on('connection', (socket) => {
      this.connections.add(plainAddress(socket.remoteAddress), socket);
    });
  }

  /**
   * One more message from an address.
   * @returns milliseconds to hold it back; `null` if it has to be turned away
   */
  arrival(address: string): number | null {
    if (isThisComputer(address)) return 0;
    const now = this.now();
    const { messages, bytes, work, pace } = this.#account(address, now);
    const { maxWaitMs } = this.limits;
    const waitMs = Math.max(messages.waitMs(now), bytes.waitMs(now), work.waitMs(now));
    if (waitMs > maxWaitMs) return null;
    messages.spend(1, now);
    // A history of months takes long for good reasons: it slows its sender down, and refuses nothing.
    return Math.max(waitMs, Math.min(pace.waitMs(now), maxWaitMs));
  }

  /** What a message weighed. */
  weigh(address: string, bytes: number): void {
    if (isThisComputer(address)) return;
    const now = this.now();
    this.#account(address, now).bytes.spend(bytes, now);
  }

  /** How long the storage was busy with messages of an address, however small they were. */
  charge(address: string, ms: number): void {
    if (isThisComputer(address)) return;
    const now = this.now();
    const { work, pace } = this.#account(address, now);
    work.spend(ms, now);
    pace.spend(ms, now);
  }

  /** Whether the owner is to hear now that an address sends too much: once a minute will do. */
  isNews(address: string): boolean {
    const now = this.now();
    const account = this.#account(address, now);
    if (now - account.toldAt < TELL_EVERY_MS) return false;
    account.toldAt = now;
    return true;
  }

  #account(address: string, now: number): Account {
    const known = this.#accounts.get(address);
    if (known) return known;
    if (this.#accounts.size >= MOST_ACCOUNTS) this.#forget(now);
    const { burstMessages, messagesPerSecond, burstBytes, bytesPerSecond } = this.limits;
    const { burstWorkMs, workMsPerSecond } = this.limits;
    const account = {
      messages: new Budget(burstMessages, messagesPerSecond, now),
      bytes: new Budget(burstBytes, bytesPerSecond, now),
      work: new Budget(burstWorkMs, workMsPerSecond, now),
      pace: new Budget(workMsPerSecond, workMsPerSecond, now),
      toldAt: -Infinity,
    };
    this.#accounts.set(address, account);
    return account;
  }

  /** Whoever has its full allowance back is as good as new; failing that, the one known longest. */
  #forget(now: number): void {
    for (const [address, { messages, bytes, work }] of this.#accounts) {
      if (messages.isFull(now) && bytes.isFull(now) && work.isFull(now)) this.#accounts.delete(address);
    }
    const [oldest] = this.#accounts.keys();
    if (this.#accounts.size >= MOST_ACCOUNTS && oldest !== undefined) this.#accounts.delete(oldest);
  }
}
