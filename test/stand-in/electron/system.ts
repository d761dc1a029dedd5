import { EventEmitter } from 'node:events';
import { getEnvironmentData } from 'node:worker_threads';
import type { PowerEvent } from '../contract';
import { clockKey } from '../shifted-date';
import { appSide, browserSide } from './link';
import { PreventableEvent, strict } from './strict';

const power = new EventEmitter();
export const powerMonitor = strict('powerMonitor', power);
appSide['power'] = (event: PowerEvent) => {
  power.emit(event, new PreventableEvent());
};

appSide['advanceClock'] = (ms: number) => {
  const shift = new Float64Array(getEnvironmentData(clockKey) as SharedArrayBuffer);
  shift[0] = (shift[0] ?? 0) + ms;
};

const blockers = new Set<number>();
let lastBlocker = 0;
export const powerSaveBlocker = strict('powerSaveBlocker', {
  start(kind: string): number {
    blockers.add(++lastBlocker);
    void browserSide.noted(
      'powerSaveBlocker',
      [...blockers].map(() => kind),
    );
    return lastBlocker;
  },
  stop(id: number): void {
    blockers.delete(id);
    void browserSide.noted('powerSaveBlocker', [...blockers].map(String));
  },
});

export const clipboard = strict('clipboard', {
  writeText: (text: string) => void browserSide.noted('clipboard', text),
});

export const screen = strict('screen', {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
});

const notifications = new Map<number, Notification>();
let lastNotification = 0;

export class Notification extends EventEmitter {
  readonly id = ++lastNotification;
  static isSupported(): boolean {
    return true;
  }
  constructor(readonly options: { title: string; body: string }) {
    super();
    return strict('Notification', this);
  }
  show(): void {
    notifications.set(this.id, this);
    void browserSide.notification({ id: this.id, ...this.options });
  }
}
appSide['clickNotification'] = (id: number) => {
  notifications.get(id)?.emit('click', new PreventableEvent());
};
