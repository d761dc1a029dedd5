import { shallowRef, type ShallowRef } from 'vue';

/** A list whose items are replaced one by one as news of them arrives. */
export interface Roster<T> {
  items: ShallowRef<readonly T[]>;
  put(item: T): void;
  /** What is not there any more. */
  remove(key: string): void;
  /**
   * Call before asking for the whole list, and the returned function with the answer (`null`: none
   * came). What was put in between wins: it is newer than the list, or still newer news is on its way.
   */
  beginLoad(): (list: readonly T[] | null) => void;
}

export function createRoster<T>(keyOf: (item: T) => string): Roster<T> {
  const items = shallowRef<readonly T[]>([]);
  /** What each load under way has to know: the newest item of a key, or that it is gone. */
  const loads = new Set<Map<string, T | null>>();
  const without = (list: readonly T[], key: string) => list.filter((item) => keyOf(item) !== key);

  function withItem(list: readonly T[], item: T): readonly T[] {
    const place = list.findIndex((other) => keyOf(other) === keyOf(item));
    return place < 0 ? [...list, item] : list.with(place, item);
  }

  return {
    items,
    put(item) {
      items.value = withItem(items.value, item);
      for (const news of loads) news.set(keyOf(item), item);
    },
    remove(key) {
      items.value = without(items.value, key);
      for (const news of loads) news.set(key, null);
    },
    beginLoad() {
      const news = new Map<string, T | null>();
      loads.add(news);
      return (list) => {
        loads.delete(news);
        if (list === null) return;
        items.value = [...news].reduce(
          (whole, [key, item]) => (item === null ? without(whole, key) : withItem(whole, item)),
          list,
        );
      };
    },
  };
}
