import { shallowRef, type ShallowRef } from 'vue';

export interface Toast {
  id: number;
  kind: 'done' | 'trouble';
  text: string;
}

export interface Toasts {
  items: ShallowRef<readonly Toast[]>;
  /** Trouble stays until it is dismissed: a sentence the owner must act on may not slip away. */
  show(kind: Toast['kind'], text: string): void;
  dismiss(id: number): void;
}

const doneShownMs = 6000;

export function createToasts(): Toasts {
  const items = shallowRef<readonly Toast[]>([]);
  let lastId = 0;
  const dismiss = (id: number): void => {
    items.value = items.value.filter((toast) => toast.id !== id);
  };
  return {
    items,
    show(kind, text) {
      const id = ++lastId;
      items.value = [...items.value, { id, kind, text }];
      if (kind === 'done') setTimeout(dismiss, doneShownMs, id);
    },
    dismiss,
  };
}
