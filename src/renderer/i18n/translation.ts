import type { Messages } from '.';

type Part<T> = { [K in keyof T]?: T[K] extends string ? string : Part<T[K]> };

/** Messages of another language. What it does not say yet is said in English. */
export type Translation = Part<Messages>;
