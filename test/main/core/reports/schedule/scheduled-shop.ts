import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MethodName, MethodParams, MethodResult } from '#shared/contract';
import type { ScheduledFile } from '#shared/domain';
import { createCore, engineOptions } from '../../../../../src/main/core';
import { apiContext } from '../../../../../src/main/core/api/answers';
import { scheduleRunner } from '../../../../../src/main/core/api/schedule-files';
import { LocalLink } from '../../../../../src/main/core/engine/local-link';
import type { ScheduleRunner } from '../../../../../src/main/core/reports/schedule/runner';
import {
  nodeTargetFiles,
  type TargetFiles,
} from '../../../../../src/main/core/reports/schedule/target-folder';
import type { Core, CoreDeps, Host } from '../../../../../src/main/core/types';
import { FakeClock } from '../../../../support/clock';
import { idleHost, removeFolder, silentLog, sqliteWasmPath, temporaryFolder } from '../../../../support/core';

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** A target folder on which the next call of a kind fails. */
export class FaultyTarget implements TargetFiles {
  /** Calls by name that fail, how often, and with what. */
  fails: Partial<Record<keyof TargetFiles, string>> = {};
  /** The process ends there: nothing after it happens, not even cleaning up. */
  diesAt: keyof TargetFiles | null = null;
  written: string[] = [];

  list = (folder: string) => this.#try('list', () => nodeTargetFiles.list(folder));
  remove = (path: string) => this.#try('remove', () => nodeTargetFiles.remove(path));
  rename = (from: string, to: string) => {
    this.written.push(to);
    return this.#try('rename', () => nodeTargetFiles.rename(from, to));
  };
  /** A disk that fills up takes half of it. */
  writeDurably = async (path: string, bytes: Uint8Array) => {
    if (this.fails.writeDurably !== undefined) {
      await nodeTargetFiles.writeDurably(path, bytes.subarray(0, bytes.length >> 1));
    }
    return this.#try('writeDurably', () => nodeTargetFiles.writeDurably(path, bytes));
  };

  async #try<T>(name: keyof TargetFiles, work: () => Promise<T>): Promise<T> {
    if (this.diesAt === name) return new Promise(() => undefined);
    const code = this.fails[name];
    if (code !== undefined) throw Object.assign(new Error(`${code}: made up`), { code });
    return work();
  }
}

/** A shop with a schedule, a real core and real files, on the test's own clock. */
export class ScheduledShop {
  readonly target = temporaryFolder();
  readonly files = new FaultyTarget();
  readonly clock: FakeClock;
  core!: Core;
  runner!: ScheduleRunner;
  #folder = temporaryFolder();

  private constructor(now: string) {
    this.clock = new FakeClock(Date.parse(now));
  }

  static async open(now: string, host: Partial<Host> = {}): Promise<ScheduledShop> {
    const shop = new ScheduledShop(now);
    await shop.start(host);
    return shop;
  }

  async start(host: Partial<Host> = {}): Promise<void> {
    const deps: CoreDeps = {
      clock: this.clock,
      log: silentLog,
      dataFolder: this.#folder,
      timeZone: 'Europe/Madrid',
      host: { ...idleHost, ...host },
    };
    const link = await LocalLink.open(engineOptions(deps, sqliteWasmPath), this.clock, deps.log);
    this.core = createCore(deps, link);
    this.runner = scheduleRunner(apiContext(link, deps), this.files);
  }

  /** Foyer off, so many days, and on again. */
  async offFor(days: number, host: Partial<Host> = {}): Promise<void> {
    await this.core.close();
    this.clock.advance(days * dayMs);
    await this.start(host);
  }

  /** The power goes, and comes back: what was not on disk is not there. */
  async powerCut(): Promise<void> {
    const left = this.#folder;
    this.#folder = temporaryFolder();
    cpSync(left, this.#folder, { recursive: true });
    await this.core.close();
    removeFolder(left);
    await this.start();
  }

  async call<M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>> {
    const outcome = await this.core.invoke(method, params, 'manage');
    if (!outcome.ok) throw new Error(`${method}: ${outcome.error.code} ${outcome.error.message}`);
    return outcome.result as MethodResult<M>;
  }

  async visitors(end: string, entered: number): Promise<void> {
    const endTime = Date.parse(end) / 1000;
    const counts = { in: entered, out: 0, passby: 0, turnback: 0 };
    const body = { sn: 'DOOR', startTime: endTime - 60, endTime, time: endTime, ...counts };
    await this.core.receive({
      endpoint: 'upload',
      path: '/api/camera/dataUpload',
      remoteAddress: '192.0.2.7',
      body: new TextEncoder().encode(JSON.stringify(body)),
    });
  }

  /** A minute's look, eleven times: what is due is waited for after a start. */
  async lookForAWhile(): Promise<void> {
    for (let minute = 0; minute < 11; minute++) {
      this.clock.advance(minuteMs);
      await this.runner.look();
    }
  }

  names(): string[] {
    return readdirSync(this.target).sort();
  }

  text(name: string): string {
    return readFileSync(join(this.target, name), 'utf8');
  }

  list(): Promise<ScheduledFile[]> {
    return this.call('schedule.list', {});
  }

  async dispose(): Promise<void> {
    await this.core.close();
    removeFolder(this.#folder);
    removeFolder(this.target);
  }
}
