import { computed, ref, type ComputedRef, type Ref } from 'vue';
import type { Carrier } from '#shared/carrier';
import type { Role } from '#shared/contract';

export interface Session {
  role: Ref<Role>;
  /** Whether there is any use in showing what changes something. Foyer itself decides anew each time. */
  canManage: ComputedRef<boolean>;
}

/** Asks who is looking. Where there is no answer, everything is shown: what is not allowed is refused. */
export async function loadSession(carrier: Carrier): Promise<Session> {
  const answer = await carrier.call('session.get', {});
  const role = ref<Role>(answer.ok ? answer.result.role : 'manage');
  return { role, canManage: computed(() => role.value === 'manage') };
}
