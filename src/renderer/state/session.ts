import { computed, ref, type ComputedRef, type Ref } from 'vue';
import type { Carrier } from '#shared/carrier';
import type { MethodName, Role } from '#shared/contract';

export interface Session {
  role: Ref<Role>;
  /** Whether there is any use in showing what changes something. Foyer itself decides anew each time. */
  canManage: ComputedRef<boolean>;
  /** Whether there is any use in asking. */
  mayCall(method: MethodName): boolean;
}

const ownNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Asks who is looking. Without an answer whoever is at another computer counts as a guest; at this one
 * everything is shown, and what is not allowed is refused.
 */
export async function loadSession(carrier: Carrier, { protocol, hostname }: Location): Promise<Session> {
  const answer = await carrier.call('session.get', {});
  const isElsewhere = protocol.startsWith('http') && !ownNames.includes(hostname);
  const role = ref<Role>(answer.ok ? answer.result.role : isElsewhere ? 'guest' : 'manage');
  const open = answer.ok ? new Set(answer.result.methods) : null;
  return {
    role,
    canManage: computed(() => role.value === 'manage'),
    mayCall: (method) => open?.has(method) ?? true,
  };
}
