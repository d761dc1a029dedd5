import type { EngineLink } from '../engine/link';
import type { CoreDeps } from '../types';
import { apiContext, type Handlers } from './answers';
import { cameraMethods } from './camera-methods';
import { siteMethods } from './site-methods';
import { systemMethods } from './system-methods';

export type { Handlers } from './answers';

/** One short function for each method of the contract. */
export function createHandlers(engine: EngineLink, deps: CoreDeps): Handlers {
  const context = apiContext(engine, deps);
  return { ...cameraMethods(context), ...siteMethods(context), ...systemMethods(context) };
}
