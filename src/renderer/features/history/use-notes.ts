import { computed, type ComputedRef } from 'vue';
import type { ApiError } from '#shared/contract';
import { useCarrier, useSession } from '../../state/context';
import { useEdits } from '../../state/use-edits';
import { useQuery } from '../../state/use-query';
import type { DateRange } from './ranges';

export interface Notes {
  /** Text by local date. */
  byDate: ComputedRef<ReadonlyMap<string, string>>;
  /** An empty text takes the note away. @returns why it could not be kept */
  put(date: string, text: string): Promise<ApiError | null>;
}

/** Notes on the days of a range of a site. */
export function useNotes(site: () => string, range: () => DateRange | null): Notes {
  const carrier = useCarrier();
  const { canManage } = useSession();
  const { data, reload } = useQuery('notes.list', () => {
    // Notes are the owner's own.
    const dates = canManage.value ? range() : null;
    return dates && { ...dates, site: site() };
  });
  useEdits(['notes'], reload);
  return {
    byDate: computed(() => new Map((data.value ?? []).map(({ date, text }) => [date, text]))),
    async put(date, text) {
      const answer = await carrier.call('notes.put', { site: site(), date, text });
      if (!answer.ok) return answer.error;
      await reload();
      return null;
    },
  };
}
