import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { ApiError } from '#shared/contract';
import type { SiteSummary } from '#shared/domain';
import { useFormat } from '../../format/use-format';
import { useErrorText } from '../../i18n/error-text';
import { useCarrier, useLive } from '../../state/context';
import { setBackTo } from './verdict';

export interface SetInside {
  /** People counted as inside at present. */
  counted(): number;
  error: ShallowRef<ApiError | null>;
  /** Forgets the error of an earlier attempt. */
  begin(): void;
  isBusy: Ref<boolean>;
  /** What was done last, as a sentence. */
  done: ShallowRef<{ text: string; canUndo: boolean } | null>;
  /** @returns whether the number is set */
  set(inside: number): Promise<boolean>;
  undo(): Promise<void>;
}

/** Sets the number of people inside by hand, and sets it back. */
export function useSetInside(site: () => SiteSummary): SetInside {
  const carrier = useCarrier();
  const live = useLive();
  const { t } = useI18n();
  const errorText = useErrorText();
  const { count, time } = useFormat();
  const error = shallowRef<ApiError | null>(null);
  const done = shallowRef<SetInside['done']['value']>(null);
  const isBusy = ref(false);
  let last: { before: number; set: number } | null = null;
  const counted = () => site().occupancy.counted ?? 0;

  async function put(inside: number): Promise<boolean> {
    isBusy.value = true;
    const answer = await carrier.call('sites.setOccupancy', { id: site().id, inside });
    isBusy.value = false;
    error.value = answer.ok ? null : answer.error;
    if (answer.ok) live.putSite(answer.result);
    return answer.ok;
  }

  return {
    counted,
    error,
    begin: () => (error.value = null),
    isBusy,
    done,
    async set(inside) {
      const before = counted();
      if (!(await put(inside))) return false;
      last = { before, set: inside };
      const at = time(new Date().toISOString(), site().timeZone);
      done.value = { text: t('day.inside.done', { count: count(inside), time: at }), canUndo: true };
      return true;
    },
    async undo() {
      if (!last) return;
      const back = setBackTo(last.before, last.set, counted());
      if (await put(back)) {
        last = null;
        done.value = { text: t('day.inside.undone', { count: count(back) }), canUndo: false };
      } else if (error.value) done.value = { text: errorText(error.value), canUndo: true };
    },
  };
}
