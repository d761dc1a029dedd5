import { computed, ref, type ComputedRef, type Ref, type WritableComputedRef } from 'vue';
import type { SiteSummary } from '#shared/domain';

/** Up to so many sites stand one below the other; more would bury the last ones. */
const mostTogether = 2;

/** Outlives the screen: whoever comes back finds the shop that was looked at. */
const wanted = ref('');

export interface ChosenSite {
  hasSwitch: ComputedRef<boolean>;
  chosen: WritableComputedRef<string>;
  shownSites: ComputedRef<readonly SiteSummary[]>;
}

/** Which of several sites are on the screen. */
export function useChosenSite(sites: Readonly<Ref<readonly SiteSummary[]>>): ChosenSite {
  const hasSwitch = computed(() => sites.value.length > mostTogether);
  const chosen = computed({
    get: () => sites.value.find((site) => site.id === wanted.value)?.id ?? sites.value[0]?.id ?? '',
    set: (id) => (wanted.value = id),
  });
  const shownSites = computed(() =>
    hasSwitch.value ? sites.value.filter((site) => site.id === chosen.value) : sites.value,
  );
  return { hasSwitch, chosen, shownSites };
}
