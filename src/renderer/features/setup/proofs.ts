import type { CameraSummary, SystemInfo } from '#shared/domain';

export type ProofState = 'good' | 'waiting' | 'bad';

/** What is known of the way from a camera to its first count, each step with its evidence. */
export interface Proofs {
  listening: { state: ProofState };
  /** `visitor`: another device opened the page; `camera`: one calls from another device. */
  reachable: { state: ProofState; visitor: SystemInfo['lastVisit']; camera: CameraSummary | null };
  /** The camera that was heard last. */
  called: { state: ProofState; camera: CameraSummary | null };
  counted: { state: ProofState; camera: CameraSummary | null };
}

/** What comes from this computer proves nothing about its firewall. */
function isOtherDevice(address: string | null | undefined, { addresses }: SystemInfo): boolean {
  if (address === null || address === undefined) return false;
  const isLocal = address.startsWith('127.') || address === '::1';
  return !isLocal && !addresses.some((own) => own.address === address);
}

/** The demo camera proves nothing: it lives inside. */
export function prove(system: SystemInfo, cameras: readonly CameraSummary[]): Proofs {
  const heard = cameras
    .filter(({ isDemo, lastSeen, state }) => !isDemo && lastSeen !== null && state !== 'retired')
    .sort((a, b) => Date.parse(b.lastSeen ?? '') - Date.parse(a.lastSeen ?? ''));
  const online = heard.filter(({ status }) => status === 'online');
  const far = online.find(({ address }) => isOtherDevice(address, system)) ?? null;
  const visitor = isOtherDevice(system.lastVisit?.address, system) ? system.lastVisit : null;
  const counting = online.find(({ today }) => (today.in ?? 0) + (today.out ?? 0) > 0) ?? null;
  const whether = (isProven: boolean): ProofState => (isProven ? 'good' : 'waiting');
  return {
    listening: { state: system.cameraPort === null ? 'bad' : 'good' },
    reachable: {
      state: system.addresses.length === 0 ? 'bad' : whether(far !== null || visitor !== null),
      visitor,
      camera: far,
    },
    called: { state: whether(online.length > 0), camera: online[0] ?? null },
    counted: { state: whether(counting !== null), camera: counting },
  };
}
