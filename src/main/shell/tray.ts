import { Menu, nativeImage, Tray } from 'electron';
import { menuLabel } from './plain-name';
import type { ShellTexts } from './texts';
import type { TrayView } from './tray-view';

export interface TrayActions {
  open(): void;
  quit(): void;
}

/** The icon in the notification area, with today's figure and a menu. */
export class TrayIcon {
  /** Kept: a tray that is collected as garbage vanishes from the screen. */
  readonly #tray: Tray;
  #said = '';

  constructor(
    icon: string,
    private readonly actions: TrayActions,
    texts: ShellTexts,
  ) {
    const image = nativeImage.createFromPath(icon);
    // macOS colours a template image by its menu bar.
    if (process.platform === 'darwin') image.setTemplateImage(true);
    this.#tray = new Tray(image);
    // On macOS a click opens the menu, and would open the window as well.
    if (process.platform !== 'darwin') this.#tray.on('click', actions.open);
    this.show({ tooltip: 'Foyer', lines: [texts.tray.starting] }, texts);
  }

  show({ tooltip, lines }: TrayView, { tray: { open, quit } }: ShellTexts): void {
    // A menu that is open would be closed by setting it anew.
    const said = [tooltip, ...lines, open].join('\n');
    if (said === this.#said) return;
    this.#said = said;
    this.#tray.setToolTip(tooltip);
    this.#tray.setContextMenu(
      Menu.buildFromTemplate([
        ...lines.map((line) => ({ label: menuLabel(line), enabled: false })),
        { type: 'separator' as const },
        { label: open, click: this.actions.open },
        { type: 'separator' as const },
        { label: quit, click: this.actions.quit },
      ]),
    );
  }
}
