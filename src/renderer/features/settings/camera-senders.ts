import type { CameraSummary } from '#shared/domain';

const address = /^[0-9a-f.:]+(\/\d{1,3})?$/i;

/** One entry a line; commas and blanks separate them, too. */
export function sendersOf(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((entry) => entry !== ''))];
}

/** The first entry that is neither an address nor a network; what is left to find, the app finds. */
export function oddSender(entries: readonly string[]): string | undefined {
  return entries.find((entry) => !address.test(entry) || !/[.:]/.test(entry));
}

/** Addresses that cameras last called from, without those of this computer and of an adapter's own. */
export function addressesOf(cameras: readonly CameraSummary[]): string[] {
  const called = cameras
    .filter(({ state, isDemo }) => (state === 'active' || state === 'new') && !isDemo)
    .map((camera) => camera.address?.split('%')[0] ?? '');
  return [...new Set(called)].filter((each) => each !== '' && each !== '::1' && !each.startsWith('127.'));
}
