import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { SiteSummary } from '#shared/domain';
import { useFormat } from '../../format/use-format';
import { useToldText } from '../../i18n/error-text';
import { useLive } from '../../state/context';
import { useStaleSince } from '../../state/use-stale-since';

/** What is wrong, in words; empty on a good day. */
export function useTroubles(sites: () => readonly SiteSummary[]): ComputedRef<string[]> {
  const { cameras, system, problem } = useLive();
  const staleSince = useStaleSince();
  const { t } = useI18n();
  const toldText = useToldText();
  const { count, time } = useFormat();

  const silent = computed(() =>
    cameras.value.filter(
      ({ site, status, state }) =>
        status === 'offline' &&
        state !== 'blocked' &&
        state !== 'retired' &&
        sites().some(({ id }) => id === site),
    ),
  );
  const absent = () => {
    if (cameras.value.length === 0) return [t('tv.noCamera')];
    const [first] = silent.value;
    if (!first) return [];
    const n = silent.value.length;
    return [t('tv.offline', { name: first.name || first.sn, n: count(n) }, n)];
  };
  const stale = () => {
    const zone = sites()[0]?.timeZone;
    if (staleSince.value === null || zone === undefined) return [];
    return [t('day.staleSince', { time: time(new Date(staleSince.value).toISOString(), zone) })];
  };
  const ofComputer = () => {
    if (!system.value) return [];
    const { cameraPortProblem, cameraPortSentence, storageProblem, storageSentence } = system.value;
    return [
      ...(cameraPortProblem === null
        ? []
        : [toldText({ message: cameraPortProblem, sentence: cameraPortSentence })]),
      ...(storageProblem === null ? [] : [toldText({ message: storageProblem, sentence: storageSentence })]),
    ];
  };
  return computed(() => {
    if (problem.value?.code === 'forbidden') return [t('trouble.forbidden'), t('trouble.forbiddenHelp')];
    return [...stale(), ...absent(), ...ofComputer()];
  });
}
