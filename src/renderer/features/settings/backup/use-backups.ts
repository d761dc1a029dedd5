import { computed, ref, shallowRef, watch } from 'vue';
import type { ApiError, Outcome } from '#shared/contract';
import type { Backup } from '#shared/domain';
import { useCarrier, useLive } from '../../../state/context';
import { useQuery } from '../../../state/use-query';

/** What has just taken the place of everything. */
export type Replacement = { by: 'backup'; backup: Backup } | { by: 'file' } | { by: 'undo' };

/** The list of backups, and going back to one of them or to what a file holds. */
export function useBackups() {
  const carrier = useCarrier();
  const { reload, replacedRevision } = useLive();
  const list = useQuery('backup.list', () => ({}));
  const isBusy = ref(false);
  const replacement = shallowRef<Replacement | null>(null);
  /** Backup of what was there before the newest replacement. */
  const undoName = ref<string | null>(null);
  watch(replacedRevision, () => void list.reload());

  async function busily<T>(work: () => Promise<T>): Promise<T> {
    isBusy.value = true;
    try {
      return await work();
    } finally {
      isBusy.value = false;
    }
  }

  /** @returns why everything is as it was, or `null` */
  function replaceBy(next: Replacement, work: () => Promise<Outcome<unknown>>): Promise<ApiError | null> {
    return busily(async () => {
      const answer = await work();
      if (!answer.ok) return answer.error;
      if (answer.result === 'cancelled') return null;
      // Asked on its own: the list's answer may be dropped for that to a later question.
      const [now] = await Promise.all([carrier.call('backup.list', {}), reload(), list.reload()]);
      const kept = now.ok ? now.result.find(({ kind }) => kind === 'before-restore') : undefined;
      undoName.value = next.by === 'undo' ? null : (kept?.name ?? null);
      replacement.value = next;
      return null;
    });
  }
  const restore = (name: string) => () => carrier.call('backup.restore', { name });

  return {
    backups: computed(() => list.data.value ?? []),
    /** Of those made by the clock or by hand. */
    newest: computed(() => list.data.value?.find(({ kind }) => kind === 'daily') ?? null),
    error: list.error,
    isLoaded: computed(() => list.data.value !== null),
    isBusy,
    replacement,
    undoName,
    makeNow: () =>
      busily(async () => {
        const answer = await carrier.call('backup.now', {});
        await list.reload();
        return answer;
      }),
    save: () => busily(() => carrier.saveEverything()),
    goBackTo: (backup: Backup) => replaceBy({ by: 'backup', backup }, restore(backup.name)),
    takeOver: () => replaceBy({ by: 'file' }, () => carrier.openEverything()),
    undo: (name: string) => replaceBy({ by: 'undo' }, restore(name)),
  };
}
