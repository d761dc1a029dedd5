import { ipcMain, webContents } from 'electron';
import type { Core, Log } from '../core/types';
import {
  ipcChannels,
  type CancelSignal,
  type ExportOutcome,
  type OnProgress,
  type OpenOutcome,
  type SaveOutcome,
} from '#shared/carrier';
import { isMethodName, type ApiError, type FoyerEvent, type Outcome } from '#shared/contract';
import { answerAbilities, type AbilityDeps } from './abilities';
import { RunningExports } from './running-exports';
import { isOwnUrl, isTrustedSender, type OwnOrigin } from './security';

export interface IpcDeps {
  core: Pick<Core, 'invoke' | 'subscribe'>;
  log: Log;
  ownOrigin: OwnOrigin;
  exportFile(
    request: unknown,
    sender: Electron.WebContents,
    options: { signal: CancelSignal; onProgress: OnProgress },
  ): Promise<Outcome<ExportOutcome>>;
  saveEverything(sender: Electron.WebContents): Promise<Outcome<SaveOutcome>>;
  openEverything(sender: Electron.WebContents): Promise<Outcome<OpenOutcome>>;
  abilities: AbilityDeps;
}

type Answer<T> = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => Promise<Outcome<T>>;

/**
 * The desktop's side of the contract's IPC carrier: calls in, events out.
 *
 * @returns a function that disconnects the pages
 */
export function connectPages(deps: IpcDeps): () => void {
  const { core, log, ownOrigin } = deps;
  const channels: string[] = [];

  function handle<T>(channel: string, answer: Answer<T>): void {
    channels.push(channel);
    ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<Outcome<T>> => {
      if (!isTrustedSender(event.senderFrame, ownOrigin)) {
        log.warn(`Refused ${channel} from a page that is not ours`);
        return refusal('forbidden', 'Only the pages of Foyer may ask this.');
      }
      try {
        return await answer(event, ...args);
      } catch (error) {
        log.error(`Unexpected failure in ${channel}`, error);
        return refusal('internal', 'Something went wrong inside Foyer.');
      }
    });
  }

  handle(ipcChannels.call, async (_event, method, params) => {
    if (typeof method !== 'string' || !isMethodName(method)) {
      return refusal('not-found', 'There is no such method.');
    }
    // Whoever sits at this computer owns it.
    return core.invoke(method, params, 'manage');
  });
  const exports = new RunningExports();
  handle(ipcChannels.export, (event, id, request) => {
    const { sender } = event;
    const number = Number(id);
    const tell: OnProgress = (done, total) => {
      if (!sender.isDestroyed()) sender.send(ipcChannels.exportProgress, number, done, total);
    };
    return exports.run(sender.id, number, tell, (signal, onProgress) =>
      deps.exportFile(request, sender, { signal, onProgress }),
    );
  });
  handle(ipcChannels.cancelExport, (event, id) => {
    exports.cancel(event.sender.id, Number(id));
    return Promise.resolve({ ok: true, result: null });
  });
  handle(ipcChannels.saveEverything, (event) => deps.saveEverything(event.sender));
  handle(ipcChannels.openEverything, (event) => deps.openEverything(event.sender));

  answerAbilities(handle, deps.abilities);

  const unsubscribe = core.subscribe((event: FoyerEvent) => {
    for (const contents of webContents.getAllWebContents()) {
      if (isOwnUrl(contents.getURL(), ownOrigin)) contents.send(ipcChannels.event, event);
    }
  });

  return () => {
    unsubscribe();
    for (const channel of channels) {
      ipcMain.removeHandler(channel);
    }
  };
}

function refusal(code: ApiError['code'], message: string): Outcome<never> {
  return { ok: false, error: { code, message } };
}
