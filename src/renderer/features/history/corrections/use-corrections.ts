import { computed, type ComputedRef } from 'vue';
import type { ApiError, MethodParams } from '#shared/contract';
import type { Correction } from '#shared/domain';
import { useCarrier, useSession } from '../../../state/context';
import { useEdits } from '../../../state/use-edits';
import { useQuery } from '../../../state/use-query';
import type { DateRange } from '../ranges';

export interface Corrections {
  /** Newest first. */
  holding: ComputedRef<Correction[]>;
  takenBack: ComputedRef<Correction[]>;
  /** @returns why it could not be kept */
  put(params: MethodParams<'corrections.put'>): Promise<ApiError | null>;
  takeBack(id: number): Promise<ApiError | null>;
}

/** The owner's corrections of a range of a site, or of one camera. */
export function useCorrections(
  site: () => string,
  range: () => DateRange | null,
  camera: () => string,
): Corrections {
  const carrier = useCarrier();
  const { canManage } = useSession();
  const { data, reload } = useQuery('corrections.list', () => {
    // Who said what, and why, is the owner's own.
    const dates = canManage.value ? range() : null;
    return dates && { ...dates, site: site(), ...(camera() === '' ? {} : { camera: camera() }) };
  });
  useEdits(['corrections'], reload);
  async function changed(answer: { ok: true } | { ok: false; error: ApiError }): Promise<ApiError | null> {
    if (!answer.ok) return answer.error;
    await reload();
    return null;
  }
  return {
    holding: computed(() => (data.value ?? []).filter(({ takenBackAt }) => takenBackAt === null)),
    takenBack: computed(() => (data.value ?? []).filter(({ takenBackAt }) => takenBackAt !== null)),
    put: async (params) => changed(await carrier.call('corrections.put', params)),
    takeBack: async (id) => changed(await carrier.call('corrections.remove', { id })),
  };
}
