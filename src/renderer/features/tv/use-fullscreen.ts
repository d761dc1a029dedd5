import { onScopeDispose, ref, type Ref } from 'vue';

export interface Fullscreen {
  /** Some phones have no full screen. */
  isPossible: boolean;
  isFull: Readonly<Ref<boolean>>;
  toggle(): Promise<void>;
  leave(): Promise<void>;
}

/** Full screen of the whole page, also when it is left by Escape. */
export function useFullscreen(): Fullscreen {
  const isFull = ref(document.fullscreenElement !== null);
  const onChange = () => {
    isFull.value = document.fullscreenElement !== null;
  };
  document.addEventListener('fullscreenchange', onChange);
  onScopeDispose(() => {
    document.removeEventListener('fullscreenchange', onChange);
  });

  async function leave(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
  }
  return {
    isPossible: document.fullscreenEnabled,
    isFull,
    leave,
    toggle: () => (isFull.value ? leave() : document.documentElement.requestFullscreen()),
  };
}
