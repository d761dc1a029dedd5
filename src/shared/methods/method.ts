import type { z } from 'zod';

/** `view` reads, `manage` changes. Whoever may manage may view. */
export type Role = 'view' | 'manage';

export interface MethodDefinition<P extends z.ZodType, R> {
  role: Role;
  params: P;
  /** Carries the result's type only; there is no value. */
  result?: R;
}

export function method<R>() {
  return <P extends z.ZodType>(role: Role, params: P): MethodDefinition<P, R> => ({ role, params });
}
