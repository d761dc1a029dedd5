import { computed, reactive, type ComputedRef } from 'vue';
import type { ApiError, Outcome } from '#shared/contract';
import { useErrorText } from '../../i18n/error-text';

export type Errors<D> = { [K in keyof D]?: string };

export interface FormSpec<D> {
  /** What is stored now; plain data. */
  saved: D;
  /** Sentences for values that need not be sent to be known as wrong. */
  check(draft: D): Errors<D>;
  send: { [K in keyof D]: (value: D[K]) => Promise<Outcome<unknown>> };
  /** A better sentence than the general one for a field that was refused. */
  refused?(field: keyof D, error: ApiError): string | undefined;
}

export interface Form<D> {
  draft: D;
  errors: Errors<D>;
  isDirty: ComputedRef<boolean>;
  /** @returns whether everything was saved */
  save(): Promise<boolean>;
  discard(): void;
}

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * What the owner is changing. Each field is saved on its own, so that a refusal (a port in use)
 * stands beside its field and holds up nothing else.
 */
export function useForm<D extends object>(spec: FormSpec<D>): Form<D> {
  const errorText = useErrorText();
  const saved = reactive(copyOf(spec.saved)) as D;
  const draft = reactive(copyOf(spec.saved)) as D;
  const errors = reactive({}) as Errors<D>;
  const fields = Object.keys(spec.saved) as (keyof D)[];
  const changed = computed(() =>
    fields.filter((field) => JSON.stringify(draft[field]) !== JSON.stringify(saved[field])),
  );

  async function saveField<K extends keyof D>(field: K): Promise<void> {
    const value = copyOf(draft[field]);
    const answer = await spec.send[field](value);
    if (answer.ok) saved[field] = value;
    else errors[field] = spec.refused?.(field, answer.error) ?? errorText(answer.error);
  }
  const forgetErrors = (): void => {
    for (const field of fields) Reflect.deleteProperty(errors, field);
  };

  return {
    draft,
    errors,
    isDirty: computed(() => changed.value.length > 0),
    async save() {
      forgetErrors();
      const found = spec.check(draft);
      for (const field of changed.value) {
        if (found[field] === undefined) await saveField(field);
        else errors[field] = found[field];
      }
      return Object.keys(errors).length === 0;
    },
    discard() {
      forgetErrors();
      Object.assign(draft, copyOf(saved));
    },
  };
}
