import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FoyerEvent, Outcome, Role } from '#shared/contract';
import type { OpenExport } from '../../../../src/main/core/reports/types';
import type { Core } from '../../../../src/main/core/types';
import { createDashboardServer } from '../../../../src/main/server/dashboard-server';
import type { EventHubOptions } from '../../../../src/main/server/dashboard/event-hub';
import { ownHosts } from '../../../../src/main/server/dashboard/access';
import { ownerDoor } from '../../../../src/main/server/dashboard/owner-door';
import { memoryLog, serve } from '../support';

export const key = 'the-owners-key';
export const guestKey = 'the-guests-key';
export const withKey = { authorization: `Bearer ${key}` };

/** A core whose answers the test sets. */
export class AnsweringCore implements Omit<
  Core,
  'receive' | 'noteRefusal' | 'onCost' | 'forwarding' | 'writeExport' | 'snapshot' | 'close'
> {
  readonly calls: { method: string; params: unknown; role: Role }[] = [];
  readonly exports: unknown[] = [];
  answer: () => Outcome<unknown> = () => ({ ok: true, result: ['answer'] });
  file: () => Outcome<OpenExport> = () => ({
    ok: false,
    error: { code: 'unavailable', message: 'Not now.' },
  });
  /** What a file with everything holds. */
  everything = 'everything';
  readonly taken: { path: string; text: string }[] = [];
  taking: () => Outcome<null> = () => ({ ok: true, result: null });
  private readonly listeners = new Set<(event: FoyerEvent) => void>();

  invoke(method: string, params: unknown, role: Role): ReturnType<Core['invoke']> {
    this.calls.push({ method, params, role });
    return Promise.resolve(this.answer() as Awaited<ReturnType<Core['invoke']>>);
  }
  openExport(params: unknown, role: Role): Promise<Outcome<OpenExport>> {
    this.exports.push({ params, role });
    return Promise.resolve(this.file());
  }
  async exportEverything(
    pathFor: (fileName: string) => Promise<string | null>,
  ): Promise<Outcome<string | null>> {
    const path = await pathFor('foyer-2026-03-29.foyer');
    if (path !== null) await writeFile(path, this.everything);
    return { ok: true, result: path };
  }
  async importEverything(path: string): Promise<Outcome<null>> {
    this.taken.push({ path, text: await readFile(path, 'utf8') });
    return this.taking();
  }
  subscribe(listener: (event: FoyerEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  emit(event: FoyerEvent): void {
    for (const listener of this.listeners) listener(event);
  }
  get subscribers(): number {
    return this.listeners.size;
  }
}

/** A door that opens to two keys, at the loopback. */
export const ownersOnly = {
  door: ownerDoor(
    [
      { key, role: 'manage' },
      { key: guestKey, role: 'view' },
    ],
    { useKey: () => null },
  ),
  hosts: (port: number) => ownHosts(['127.0.0.1'], port),
};

/** A temporary folder with files, gone after the test. */
export async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-pages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

export async function startDashboard(
  options: { files?: Record<string, string>; rendererFolder?: string; events?: EventHubOptions } = {},
) {
  const core = new AnsweringCore();
  const log = memoryLog();
  const rendererFolder =
    options.rendererFolder ?? (await folderWith(options.files ?? { 'index.html': '<h1>Foyer</h1>' }));
  const { server, endStreams } = await createDashboardServer({
    core,
    log,
    ...ownersOnly,
    rendererFolder,
    events: options.events ?? {},
  });
  const url = await serve(server);
  onTestFinished(endStreams);
  return { core, log, url, api: `${url}/api/v1`, endStreams, server };
}
