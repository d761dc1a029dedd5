import type { MethodName, MethodResult } from '#shared/contract';
import type { Core, Log } from '../types';
import type { Present } from './facts';

/** Silence makes no event, so the present is looked at now and then. */
const lookEveryMs = 30_000;
/** After an event; in a busy shop there is one every second. */
const lookAfterEventMs = 2_000;

export interface WatchDeps {
  core: Pick<Core, 'invoke' | 'subscribe'>;
  log: Log;
  onLook(present: Present): void;
}

export interface Watch {
  /** Looks now. Never rejects. */
  look(): Promise<void>;
  stop(): void;
}

/** Looks at the present at once, regularly, and shortly after something happened. */
export function watchPresent({ core, log, onLook }: WatchDeps): Watch {
  let isStopped = false;
  let last: Present | null = null;
  let soon: NodeJS.Timeout | null = null;

  async function look(): Promise<void> {
    try {
      const present = await askPresent(core).catch((error: unknown) => presentInTrouble(core, last, error));
      last = present;
      if (!isStopped) onLook(present);
    } catch (error) {
      if (!isStopped) log.error('The present could not be looked at', error);
    }
  }

  const unsubscribe = core.subscribe(({ name }) => {
    if (name === 'quality') return;
    soon ??= setTimeout(() => {
      soon = null;
      void look();
    }, lookAfterEventMs);
  });
  const regularly = setInterval(() => void look(), lookEveryMs);
  void look();

  return {
    look,
    stop() {
      isStopped = true;
      unsubscribe();
      clearInterval(regularly);
      if (soon) clearTimeout(soon);
    },
  };
}

/** @throws when a method fails, which none of these is expected to */
export async function askPresent(core: Pick<Core, 'invoke'>): Promise<Present> {
  const [settings, cameras, sites, info] = await Promise.all([
    ask(core, 'settings.get'),
    ask(core, 'cameras.list'),
    ask(core, 'sites.list'),
    ask(core, 'system.info'),
  ]);
  return { settings, cameras, sites, info };
}

/** While the storage cannot be asked: all as it was, and what is the matter. @throws when that is not known either */
async function presentInTrouble(
  core: Pick<Core, 'invoke'>,
  last: Present | null,
  error: unknown,
): Promise<Present> {
  const info = await ask(core, 'system.info');
  if (!last || info.storageProblem === null) throw error;
  return { ...last, info };
}

/** Calls a method that takes no parameters. @throws when it fails */
export async function ask<M extends MethodName>(
  core: Pick<Core, 'invoke'>,
  method: M,
): Promise<MethodResult<M>> {
  const outcome = await core.invoke(method, {}, 'manage');
  if (!outcome.ok) throw new Error(`${method}: ${outcome.error.message}`);
  return outcome.result as MethodResult<M>;
}
