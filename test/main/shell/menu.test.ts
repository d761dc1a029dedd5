import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../../src/main/shell/menu';

function roles(platform: NodeJS.Platform, isDevelopment: boolean): string[] {
  return menuTemplate(platform, isDevelopment).flatMap((item) => [
    item.role ?? '',
    ...(Array.isArray(item.submenu) ? item.submenu.map((entry) => entry.role ?? '') : []),
  ]);
}

describe.each(['win32', 'darwin', 'linux'] as const)('on %s', (platform) => {
  it('has copy and paste, zoom and a way to quit', () => {
    expect(roles(platform, false)).toEqual(expect.arrayContaining(['editMenu', 'zoomIn', 'zoomOut']));
    expect(roles(platform, false).some((role) => role === 'quit' || role === 'appMenu')).toBe(true);
  });

  it('reloads and inspects only in development', () => {
    const isForDevelopers = (role: string) => role === 'reload' || role === 'toggleDevTools';
    expect(roles(platform, false).filter(isForDevelopers)).toEqual([]);
    expect(roles(platform, true).filter(isForDevelopers)).toHaveLength(2);
  });
});
