import {
  computed,
  inject,
  onScopeDispose,
  provide,
  ref,
  shallowReactive,
  type InjectionKey,
  type Ref,
} from 'vue';
import type { Form } from './use-form';

type UnsavedForm = Pick<Form<unknown>, 'isDirty' | 'save' | 'discard'>;

export interface Unsaved {
  isDirty: Readonly<Ref<boolean>>;
  isSaving: Readonly<Ref<boolean>>;
  /** What became of the newest save, until something else is changed. */
  outcome: Readonly<Ref<'saved' | 'partly' | null>>;
  /** @returns whether everything was saved */
  saveAll(): Promise<boolean>;
  discardAll(): void;
}

const key: InjectionKey<Set<UnsavedForm>> = Symbol('unsaved forms');

/** One "Save changes" for all forms of a page. Call in the page; its parts call {@link joinUnsaved}. */
export function provideUnsaved(): Unsaved {
  const forms = shallowReactive(new Set<UnsavedForm>());
  provide(key, forms);
  const isSaving = ref(false);
  const last = ref<'saved' | 'partly' | null>(null);
  const isDirty = computed(() => [...forms].some((form) => form.isDirty.value));
  return {
    isDirty,
    isSaving,
    outcome: computed(() => (last.value === 'saved' && isDirty.value ? null : last.value)),
    async saveAll() {
      isSaving.value = true;
      let isAllSaved = true;
      for (const form of forms) if (form.isDirty.value && !(await form.save())) isAllSaved = false;
      isSaving.value = false;
      last.value = isAllSaved ? 'saved' : 'partly';
      return isAllSaved;
    },
    discardAll() {
      for (const form of forms) form.discard();
      last.value = null;
    },
  };
}

/** Lets the page's "Save changes" know of a form. */
export function joinUnsaved(form: UnsavedForm): void {
  const forms = inject(key);
  if (!forms) throw new Error('provideUnsaved was not called above this form');
  forms.add(form);
  onScopeDispose(() => forms.delete(form));
}
