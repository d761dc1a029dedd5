import { inject, type App, type InjectionKey } from 'vue';
import type { Carrier } from '#shared/carrier';
import { Answers } from './answers';
import { createLive, type Live } from './live';
import type { Session } from './session';
import { createToasts, type Toasts } from './toasts';

interface Context {
  answers: Answers;
  carrier: Carrier;
  live: Live;
  session: Session;
  toasts: Toasts;
}

const contextKey: InjectionKey<Context> = Symbol('foyer');

/** Gives every component of the page the same carrier and the same live state. */
export function installContext(app: App, carrier: Carrier, session: Session): void {
  const answers = new Answers();
  carrier.subscribe('replaced', () => {
    answers.forget();
  });
  app.provide(contextKey, { answers, carrier, live: createLive(carrier), session, toasts: createToasts() });
}

function useContext(): Context {
  const context = inject(contextKey);
  if (!context) throw new Error('installContext was not called on this app');
  return context;
}

export const useAnswers = (): Answers => useContext().answers;
export const useCarrier = (): Carrier => useContext().carrier;
export const useLive = (): Live => useContext().live;
export const useSession = (): Session => useContext().session;
export const useToasts = (): Toasts => useContext().toasts;
