import { en } from './sentences/en';

/** What a language must say of what the core says. */
export type Sentences = Record<SentenceId, string>;
export type SentenceId = keyof typeof en;

/** A sentence for the owner, so that a page can say it in the reader's language. */
export interface Sentence {
  id: SentenceId;
  values: Record<string, string | number>;
}

/** A sentence in English, for the log and for programs, with what it takes to say it otherwise. */
export interface Told {
  message: string;
  sentence?: Sentence | null | undefined;
}

/** @param values what fills the braces of the text */
export function tell(
  id: SentenceId,
  values: Sentence['values'] = {},
): { message: string; sentence: Sentence } {
  return { message: filled(en[id], values), sentence: { id, values } };
}

/** A text with its braces filled in. */
export function filled(text: string, values: Sentence['values']): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
