import { onScopeDispose, ref, watchEffect, type Ref } from 'vue';

/** Width of a sheet in CSS pixels: 210 mm at 96 to the inch. */
const sheetPx = (210 / 25.4) * 96;

/** How much smaller than life a sheet must be shown to fit into an element; never larger. */
export function useScale(room: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<number>> {
  const scale = ref(1);
  const fit = (width: number) => (scale.value = Math.min(1, Math.floor((width / sheetPx) * 1000) / 1000));
  const observer = new ResizeObserver(([entry]) => {
    if (entry) fit(entry.contentRect.width);
  });
  watchEffect(() => {
    observer.disconnect();
    if (!room.value) return;
    // At once: what is too wide for a moment already makes the page scroll.
    fit(room.value.clientWidth);
    observer.observe(room.value);
  });
  onScopeDispose(() => {
    observer.disconnect();
  });
  return scale;
}
