import { computed, type ComputedRef } from 'vue';

/**
 * A value that stays the very same object while its content is the same. With it, what is costly to draw is
 * drawn again only when there is something new to see, however often news arrives.
 */
export function settled<T>(getter: () => T): ComputedRef<T> {
  return computed<T>((before) => {
    const next = getter();
    return before !== undefined && JSON.stringify(before) === JSON.stringify(next) ? before : next;
  });
}
