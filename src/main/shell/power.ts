import { powerMonitor, powerSaveBlocker } from 'electron';

export interface PowerDeps {
  /** The computer is about to sleep: the journal has everything, a snapshot makes the next start quick. */
  onSuspend(): void;
  /** It is awake again: addresses may be others, and whoever was silent could not be heard. */
  onResume(): void;
  /** The session ends. */
  onShutdown(): void;
}

/** Follows sleep, wake-up and the end of the session. */
export function followPower({ onSuspend, onResume, onShutdown }: PowerDeps): void {
  powerMonitor.on('suspend', onSuspend);
  powerMonitor.on('resume', onResume);
  // Linux and macOS wait a few seconds for a program that asks for it; quitting ends the waiting.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    onShutdown();
  });
}

/** Keeps the computer awake while that is wanted. The screen may go dark. */
export class KeepAwake {
  #id: number | null = null;

  set(isWanted: boolean): void {
    if (isWanted === (this.#id !== null)) return;
    if (this.#id === null) {
      this.#id = powerSaveBlocker.start('prevent-app-suspension');
      return;
    }
    powerSaveBlocker.stop(this.#id);
    this.#id = null;
  }
}
