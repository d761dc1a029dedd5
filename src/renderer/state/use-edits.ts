import { watch } from 'vue';
import type { EditedKind } from '#shared/contract';
import { useLive } from './context';

/** Asks again when the owner changed one of these by hand: in another window, on another screen, over the API. */
export function useEdits(kinds: readonly EditedKind[], reload: () => unknown): void {
  const { edited } = useLive();
  watch(
    kinds.map((kind) => edited[kind]),
    () => void reload(),
  );
}
