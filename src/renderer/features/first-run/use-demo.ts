import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { CameraSummary } from '#shared/domain';
import { useErrorText } from '../../i18n/error-text';
import { useCarrier, useLive, useToasts } from '../../state/context';

/** Starts the demo camera and takes it away with all it counted. */
export function useDemo(): {
  camera: ComputedRef<CameraSummary | undefined>;
  isBusy: Ref<boolean>;
  start(): Promise<void>;
  stop(): Promise<void>;
} {
  const { t } = useI18n();
  const errorText = useErrorText();
  const carrier = useCarrier();
  const toasts = useToasts();
  const { cameras, reload } = useLive();
  const isBusy = ref(false);

  async function run(method: 'demo.start' | 'demo.stop'): Promise<boolean> {
    isBusy.value = true;
    const answer = await carrier.call(method, {});
    // What was removed sends no event, and the totals of the shop have changed.
    await reload();
    isBusy.value = false;
    if (!answer.ok) toasts.show('trouble', errorText(answer.error));
    return answer.ok;
  }
  return {
    camera: computed(() => cameras.value.find(({ isDemo }) => isDemo)),
    isBusy,
    start: async () => void (await run('demo.start')),
    stop: async () => {
      if (await run('demo.stop')) toasts.show('done', t('firstRun.demo.stopped'));
    },
  };
}
