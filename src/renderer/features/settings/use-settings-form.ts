import { computed, reactive, ref, type ComputedRef, type Ref } from 'vue';
import type { MethodParams, Outcome } from '#shared/contract';
import type { Settings, SiteSummary } from '#shared/domain';
import { useCarrier, useLive } from '../../state/context';

export interface SettingsDraft {
  siteName: string;
  timeZone: string;
  /** As typed: an input gives `''` while it is empty. */
  cameraPort: number | '';
  acceptCameras: Settings['acceptCameras'];
  childHeightCm: number | '';
}
type Field = keyof SettingsDraft;

export interface SettingsForm {
  draft: SettingsDraft;
  errors: Partial<Record<Field, string>>;
  isDirty: ComputedRef<boolean>;
  isSaving: Ref<boolean>;
  /** @returns whether everything was saved */
  save(): Promise<boolean>;
}

/**
 * What the owner is changing. Each field is saved on its own, so that a refusal (a port in use)
 * stands beside its field and holds up nothing else.
 * @param check sentence for a value that need not be sent to be known as wrong
 */
export function useSettingsForm(
  settings: Settings,
  site: SiteSummary,
  check: (draft: SettingsDraft) => Partial<Record<Field, string>>,
): SettingsForm {
  const carrier = useCarrier();
  const { putSite, reloadSystem } = useLive();
  const saved = reactive<SettingsDraft>({
    siteName: site.name,
    timeZone: site.timeZone,
    cameraPort: settings.cameraPort,
    acceptCameras: settings.acceptCameras,
    childHeightCm: settings.childHeightCm,
  });
  const draft = reactive({ ...saved });
  const errors = reactive<Partial<Record<Field, string>>>({});
  const isSaving = ref(false);
  const changed = computed(() => (Object.keys(draft) as Field[]).filter((key) => draft[key] !== saved[key]));

  async function saveSite(change: Omit<MethodParams<'sites.update'>, 'id'>): Promise<Outcome<unknown>> {
    const answer = await carrier.call('sites.update', { id: site.id, ...change });
    if (answer.ok) putSite(answer.result);
    return answer;
  }

  const saveField: Record<Field, () => Promise<Outcome<unknown>>> = {
    siteName: () => saveSite({ name: draft.siteName }),
    timeZone: () => saveSite({ timeZone: draft.timeZone }),
    cameraPort: () => carrier.call('settings.update', { cameraPort: Number(draft.cameraPort) }),
    acceptCameras: () => carrier.call('settings.update', { acceptCameras: draft.acceptCameras }),
    childHeightCm: () => carrier.call('settings.update', { childHeightCm: Number(draft.childHeightCm) }),
  };

  async function save(): Promise<boolean> {
    const found = check(draft);
    for (const key of Object.keys(draft) as Field[]) Reflect.deleteProperty(errors, key);
    isSaving.value = true;
    for (const key of changed.value) {
      if (found[key] !== undefined) {
        errors[key] = found[key];
        continue;
      }
      const answer = await saveField[key]();
      if (answer.ok) Object.assign(saved, { [key]: draft[key] });
      else errors[key] = answer.error.message;
    }
    await reloadSystem();
    isSaving.value = false;
    return Object.keys(errors).length === 0;
  }

  return { draft, errors, isDirty: computed(() => changed.value.length > 0), isSaving, save };
}
