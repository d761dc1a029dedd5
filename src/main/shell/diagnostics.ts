import type { Health } from '#shared/domain';
import type { Present } from '../core/alerts/facts';

export interface Surroundings {
  versions: { foyer: string; electron: string; chrome: string; node: string };
  platform: string;
  /** The owner's own folder, whose name is often the owner's. */
  home: string;
  uptimeSeconds: number;
}

/**
 * What a maintainer asks first, as text that the owner can hand to anybody: no keys, no names of cameras,
 * people or shops, no serials, no addresses.
 */
export function diagnostics(present: Present, health: Health, surroundings: Surroundings): string {
  const { versions, platform, home, uptimeSeconds } = surroundings;
  const { settings, cameras, sites, info } = present;
  const states = cameras.map(({ state, status }) => `${state} ${status}`);
  const skews = cameras.map(({ clockSkewSeconds }) => Math.abs(clockSkewSeconds ?? 0));
  const lines: [string, string][] = [
    ['Foyer', versions.foyer],
    ['Electron', `${versions.electron} (Chrome ${versions.chrome}, Node ${versions.node})`],
    ['System', platform],
    ['Running for', `${String(Math.round(uptimeSeconds / 60))} min`],
    ['Data folder', withoutHome(info.dataFolder, home)],
    ['Camera port', String(info.cameraPort ?? 'not open')],
    ['Network addresses', `${String(info.addresses.length)}, lost ${String(info.lostAddresses.length)}`],
    ['Cameras', counted(states)],
    ['Largest clock error', `${String(Math.max(0, ...skews))} s`],
    ['Sites', `${String(sites.length)} (${[...new Set(sites.map(({ timeZone }) => timeZone))].join(', ')})`],
    ['Journal', `${String(health.journalLag)} records since ${health.lastSnapshot ?? 'ever'}`],
    ['Storage', info.storageProblem === null ? 'well' : withoutHome(info.storageProblem, home)],
    ['Settings', JSON.stringify({ ...plain(settings), alerts: plain(settings.alerts) })],
  ];
  return lines.map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** Numbers and switches only: a text may be an address, a key or a name, today or in a later version. */
function plain(settings: object): Record<string, unknown> {
  const isPlain = (value: unknown) => typeof value === 'number' || typeof value === 'boolean';
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => isPlain(value)));
}

function counted(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${String(count)} ${word}`).join(', ') || 'none';
}

function withoutHome(text: string, home: string): string {
  return home === '' ? text : text.replaceAll(home, '~');
}
