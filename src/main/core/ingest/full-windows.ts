import type { NewReport } from './report';

type Printed = Pick<NewReport, 'deviceStart' | 'deviceEnd'>;

const MOST_REMEMBERED = 1000;

/**
 * Windows that so many reports have printed that no more are taken. Only remembered so as not to look again: what
 * is forgotten here is found out anew.
 */
export class FullWindows {
  #windows = new Set<string>();

  has(cameraId: number, printed: Printed): boolean {
    return this.#windows.size > 0 && this.#windows.has(keyOf(cameraId, printed));
  }

  add(cameraId: number, printed: Printed): void {
    if (this.#windows.size >= MOST_REMEMBERED) this.#windows.clear();
    this.#windows.add(keyOf(cameraId, printed));
  }

  /** After a rollback some may have room again. */
  forget(): void {
    this.#windows.clear();
  }
}

function keyOf(cameraId: number, { deviceStart, deviceEnd }: Printed): string {
  return `${cameraId} ${deviceStart} ${deviceEnd}`;
}
