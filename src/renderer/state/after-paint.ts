import { onScopeDispose, ref, type Ref } from 'vue';

/**
 * Runs the task once the frame that is due is on the screen. For what is costly to make and is not what the
 * reader came for: the way from one screen to another is as long as its first frame.
 * @returns ends it
 */
export function afterPaint(task: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer = setTimeout(task);
  };
  // A page that nobody sees is given no frames.
  if (document.hidden) soon();
  const frame = document.hidden ? undefined : requestAnimationFrame(soon);
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** False in the first frame of a component, true from then on. */
export function usePainted(): Readonly<Ref<boolean>> {
  const isPainted = ref(false);
  onScopeDispose(
    afterPaint(() => {
      isPainted.value = true;
    }),
  );
  return isPainted;
}
