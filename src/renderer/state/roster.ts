import { shallowRef, type ShallowRef } from 'vue';

/** A list whose items are replaced one by one as news of them arrives. */
export interface Roster<T> {
  items: ShallowRef<readonly T[]>;
  put(item: T): void;
  /**
   * Call before asking for the whole list, and the returned function with the answer (`null`: none
   * came). What was put in between wins: it is newer than the list, or still newer news is on its way.
   */
  beginLoad(): (list: readonly T[] | null) => void;
}

export function createRoster<T>(keyOf: (item: T) => string): Roster<T> {
  const items = shallowRef<readonly T[]>([]);
  const loads = new Set<Map<string, T>>();

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
    beginLoad() {
      const news = new Map<string, T>();
      loads.add(news);
      return (list) => {
        loads.delete(news);
        if (list === null) return;
        items.value = [...news.values()].reduce(withItem, list);
      };
    },
  };
}
