import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ShellMemory } from '../../../src/main/shell/shell-memory';
import { removeFolder, silentLog, temporaryFolder } from '../../support/core';

let folder: string;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => {
  removeFolder(folder);
});

const open = () => new ShellMemory(join(folder, 'shell.json'), silentLog);
const place = { x: 1, y: -2, width: 800, height: 600, isMaximized: true };

describe('ShellMemory', () => {
  it('knows nothing at first, and what it was told ever after', () => {
    const memory = open();
    expect(memory.get()).toEqual({ place: null, isToldOfTray: false, toldAddresses: [] });
    memory.update({ place });
    memory.update({ isToldOfTray: true, toldAddresses: ['192.168.1.20'] });
    expect(open().get()).toEqual({ place, isToldOfTray: true, toldAddresses: ['192.168.1.20'] });
    expect(readdirSync(folder)).toEqual(['shell.json']);
  });

  it.each(['', '{', 'null', '[]', '{"place":{"x":"1"},"isToldOfTray":1,"toldAddresses":[1,"a"]}'])(
    'takes from a damaged file what is usable: %s',
    (text) => {
      writeFileSync(join(folder, 'shell.json'), text);
      const { place: found, isToldOfTray } = open().get();
      expect({ found, isToldOfTray }).toEqual({ found: null, isToldOfTray: false });
    },
  );

  it('goes on where it cannot write', () => {
    const memory = new ShellMemory(join(folder, 'no such folder', 'shell.json'), silentLog);
    memory.update({ isToldOfTray: true });
    expect(memory.get().isToldOfTray).toBe(true);
  });

  it('writes only what is new', () => {
    const memory = open();
    memory.update({ place });
    writeFileSync(join(folder, 'shell.json'), 'untouched');
    memory.update({ place: { ...place } });
    expect(readFileSync(join(folder, 'shell.json'), 'utf8')).toBe('untouched');
  });
});
