import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../src/main/shell/menu';
import { shellTexts } from '../../../src/main/shell/texts';

const actions = {
  about: () => undefined,
  copyDiagnostics: () => undefined,
  checkForUpdates: () => undefined,
};

function entries(platform: NodeJS.Platform, isDevelopment: boolean, of: 'role' | 'label'): string[] {
  return menuTemplate(platform, isDevelopment, actions, shellTexts.en).flatMap((item) => [
    item[of] ?? '',
    ...(Array.isArray(item.submenu) ? item.submenu.map((entry) => entry[of] ?? '') : []),
  ]);
}

describe.each(['win32', 'darwin', 'linux'] as const)('on %s', (platform) => {
  it('has copy and paste, zoom and a way to quit', () => {
    expect(entries(platform, false, 'role')).toEqual(
      expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'quit']),
    );
  });

  it('has each of its own entries once', () => {
    const labels = entries(platform, false, 'label');
    for (const label of ['About Foyer', 'Copy Diagnostics', 'Check for Updates…', 'Quit Foyer']) {
      expect(labels.filter((each) => each === label)).toEqual([label]);
    }
  });

  it('leaves no entry to Electron’s own English', () => {
    for (const [language, texts] of Object.entries(shellTexts)) {
      const menus = menuTemplate(platform, false, actions, texts);
      const items = menus.flatMap((menu) => [menu, ...(Array.isArray(menu.submenu) ? menu.submenu : [])]);
      const unnamed = items.filter(({ type, label }) => type !== 'separator' && !label);
      expect(unnamed, language).toEqual([]);
    }
  });

  it('reloads and inspects only in development', () => {
    const isForDevelopers = (role: string) => role === 'reload' || role === 'toggleDevTools';
    expect(entries(platform, false, 'role').filter(isForDevelopers)).toEqual([]);
    expect(entries(platform, true, 'role').filter(isForDevelopers)).toHaveLength(2);
  });
});
