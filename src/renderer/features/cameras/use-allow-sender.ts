import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { ApiError } from '#shared/contract';
import { useCarrier } from '../../state/context';

export interface AllowSender {
  isAllowed: Ref<boolean>;
  /** Why it could not be allowed. */
  error: ShallowRef<ApiError | null>;
  /** Finds out whether it is allowed by now. */
  look(): Promise<void>;
  allow(): Promise<void>;
}

/** Puts an address on the list of those that may send counts. */
export function useAllowSender(addressOf: () => string): AllowSender {
  const carrier = useCarrier();
  const isAllowed = ref(false);
  const error = shallowRef<ApiError | null>(null);

  /** @returns who may send besides; `null` where there is nothing to add */
  async function othersListed(): Promise<string[] | null> {
    const settings = await carrier.call('settings.get', {});
    error.value = settings.ok ? null : settings.error;
    if (!settings.ok) return null;
    const { cameraAddresses } = settings.result;
    // Without a list everybody may: to begin one here would turn all the others away.
    isAllowed.value = cameraAddresses.length === 0 || cameraAddresses.includes(plain(addressOf()));
    return isAllowed.value ? null : cameraAddresses;
  }
  async function allow(): Promise<void> {
    const others = await othersListed();
    if (others === null) return;
    const cameraAddresses = [...others, plain(addressOf())];
    const answer = await carrier.call('settings.update', { cameraAddresses });
    error.value = answer.ok ? null : answer.error;
    isAllowed.value = answer.ok;
  }
  return { isAllowed, error, look: async () => void (await othersListed()), allow };
}

/** A link-local address names the adapter, which the list does not. */
function plain(address: string): string {
  return address.split('%')[0] ?? '';
}
