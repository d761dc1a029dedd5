import { watch, watchEffect } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute } from 'vue-router';
import { useCarrier, useLive } from '../state/context';
import { speak } from '.';
import { rememberChoice } from './remembered-choice';

/** Takes the owner's choice of language from Foyer, and names the window after the screen. */
export function usePageLanguage(): void {
  const carrier = useCarrier();
  const { replacedRevision } = useLive();
  const route = useRoute();
  const { t, te } = useI18n();

  async function takeChoice(): Promise<void> {
    const answer = await carrier.call('settings.get', {});
    if (!answer.ok) return;
    rememberChoice(answer.result.language);
    await speak(answer.result.language);
  }
  void takeChoice();
  watch(replacedRevision, takeChoice);
  watchEffect(() => {
    const key = `nav.${String(route.name)}`;
    document.title = te(key, 'en') ? t('documentTitle', { screen: t(key), app: t('brand') }) : t('brand');
  });
}
