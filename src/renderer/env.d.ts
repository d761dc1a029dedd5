import type { Bridge } from '#shared/carrier';

declare global {
  interface Window {
    /** Present in the desktop app only; see `carrierGlobal`. */
    readonly foyer?: Bridge;
  }
  /** Version of the app, put in by the build. */
  const __FOYER_VERSION__: string;
}
