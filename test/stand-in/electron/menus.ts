import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { MenuEntry } from '../contract';
import { appSide, browserSide } from './link';
import { strict } from './strict';

interface Template {
  label?: string;
  role?: string;
  type?: string;
  enabled?: boolean;
  click?(): void;
  submenu?: Template[];
}

let applicationMenu: Template[] = [];
let trayMenu: Template[] = [];

export const Menu = strict('Menu', {
  buildFromTemplate: (template: Template[]) => template,
  setApplicationMenu: (menu: Template[]) => void (applicationMenu = menu),
});

export const nativeImage = strict('nativeImage', {
  createFromPath(path: string) {
    // Electron gives an empty image, which nobody sees.
    if (!existsSync(path)) throw new Error(`There is no image ${path}`);
    return strict('NativeImage', { path, setTemplateImage: () => undefined });
  },
});

export class Tray extends EventEmitter {
  #tooltip = '';
  constructor(_image: unknown) {
    super();
    return strict('Tray', this);
  }
  setToolTip(tooltip: string): void {
    this.#tooltip = tooltip;
  }
  setContextMenu(menu: Template[]): void {
    trayMenu = menu;
    void browserSide.tray({ tooltip: this.#tooltip, menu: entries(menu) });
  }
}

function entries(menu: readonly Template[]): MenuEntry[] {
  return menu
    .filter(({ type }) => type !== 'separator')
    .map(({ label = '', enabled = true }) => ({ label, enabled }));
}

function click(menu: readonly Template[], label: string): void {
  const all = menu.flatMap((item) => [item, ...(item.submenu ?? [])]);
  const item = all.find((candidate) => candidate.label === label && candidate.enabled !== false);
  if (!item?.click) throw new Error(`There is nothing to click on called ${label}`);
  item.click();
}

appSide['clickTray'] = (label: string) => {
  click(trayMenu, label);
};
appSide['clickMenu'] = (label: string) => {
  click(applicationMenu, label);
};
