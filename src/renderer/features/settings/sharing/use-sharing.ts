import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { ApiError, MethodParams, Outcome } from '#shared/contract';
import type { SharedDevice, Sharing } from '#shared/domain';
import { useCarrier } from '../../../state/context';

/** Nobody tells of a device that comes or looks: it is asked for now and then while somebody watches. */
const askEveryMs = 2000;

export interface SharingStore {
  sharing: ShallowRef<Sharing | null>;
  devices: ShallowRef<readonly SharedDevice[]>;
  error: ShallowRef<ApiError | null>;
  isBusy: Ref<boolean>;
  update(change: MethodParams<'sharing.update'>): Promise<Outcome<Sharing>>;
  /** @param id `null`: all. @returns why not */
  revoke(id: string | null): Promise<ApiError | null>;
}

/** Whether others may look, and who does. */
export function useSharing(): SharingStore {
  const carrier = useCarrier();
  const sharing: SharingStore['sharing'] = shallowRef(null);
  const devices: SharingStore['devices'] = shallowRef([]);
  const error: SharingStore['error'] = shallowRef(null);
  const isBusy = ref(false);

  async function reload(): Promise<void> {
    const [state, list] = await Promise.all([
      carrier.call('sharing.get', {}),
      carrier.call('sharing.devices', {}),
    ]);
    if (isBusy.value) return;
    if (state.ok) sharing.value = state.result;
    if (list.ok) devices.value = list.result;
    error.value = [state, list].find((answer) => !answer.ok)?.error ?? null;
  }
  void reload();
  const timer = setInterval(() => void reload(), askEveryMs);
  onScopeDispose(() => {
    clearInterval(timer);
  });

  async function busily<T>(work: () => Promise<T>): Promise<T> {
    isBusy.value = true;
    try {
      return await work();
    } finally {
      isBusy.value = false;
    }
  }
  return {
    sharing,
    devices,
    error,
    isBusy,
    update: (change) =>
      busily(async () => {
        const answer = await carrier.call('sharing.update', change);
        if (answer.ok) sharing.value = answer.result;
        return answer;
      }),
    revoke: (id) =>
      busily(async () => {
        const answer = await carrier.call('sharing.revoke', { id });
        if (!answer.ok) return answer.error;
        devices.value = answer.result;
        return null;
      }),
  };
}
