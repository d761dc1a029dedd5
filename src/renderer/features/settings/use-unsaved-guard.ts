import { onScopeDispose, ref, type Ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';

/**
 * Stops whoever leaves with unsaved changes and asks. A closing tab can only be stopped with the browser's own
 * question.
 */
export function useUnsavedGuard(isDirty: Readonly<Ref<boolean>>): {
  isAsking: Ref<boolean>;
  answer(mayLeave: boolean): void;
} {
  const isAsking = ref(false);
  let settle: ((mayLeave: boolean) => void) | undefined;

  onBeforeRouteLeave(() => {
    if (!isDirty.value) return true;
    settle?.(false);
    isAsking.value = true;
    return new Promise<boolean>((resolve) => {
      settle = resolve;
    });
  });

  const stopClosing = (event: BeforeUnloadEvent): void => {
    if (isDirty.value) event.preventDefault();
  };
  window.addEventListener('beforeunload', stopClosing);
  onScopeDispose(() => {
    window.removeEventListener('beforeunload', stopClosing);
  });

  return {
    isAsking,
    answer(mayLeave) {
      isAsking.value = false;
      settle?.(mayLeave);
      settle = undefined;
    },
  };
}
