import type { z } from 'zod';

/**
 * Who asks. `guest`: a phone or screen in the shop's network; it sees figures, and nothing of persons,
 * networks and settings (`core/api/guest.ts`). `view` reads all. `manage` changes; whoever may manage may view.
 */
export type Role = 'guest' | 'view' | 'manage';

export interface MethodDefinition<P extends z.ZodType, R> {
  /** The least that its caller must be. What guests get of it is decided elsewhere, for each method by name. */
  role: Exclude<Role, 'guest'>;
  params: P;
  /** Carries the result's type only; there is no value. */
  result?: R;
}

export function method<R>() {
  return <P extends z.ZodType>(role: Exclude<Role, 'guest'>, params: P): MethodDefinition<P, R> => ({
    role,
    params,
  });
}
