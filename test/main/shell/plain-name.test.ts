import { describe, expect, it } from 'vitest';
import { menuLabel, plainName, shortened } from '../../../src/main/shell/plain-name';

describe('plainName', () => {
  it.each([
    ['Front door', 'Front door'],
    ['  Marías\tTür  ', 'Marías Tür'],
    ['one\r\ntwo\u2028three', 'one two three'],
    // What would have the rest of the line read from right to left, or hide in it.
    ['door\u202Etxt.exe\u2066\u200B\uFEFF', 'door txt.exe'],
    ['<b>bold</b> & <a href="https://x">', '‹b›bold‹/b› & ‹a href="https://x"›'],
    ['bell\u0007\u0000\u009b31m', 'bell 31m'],
    ['half a pair \ud83d', 'half a pair'],
    ['👨‍👩‍👧 entrance', '👨‍👩‍👧 entrance'],
    ['باب الدخول', 'باب الدخول'],
  ])('%j is shown as %j', (name, shown) => {
    expect(plainName(name)).toBe(shown);
  });

  it('has room in a line', () => {
    expect(plainName('x'.repeat(41))).toBe(`${'x'.repeat(39)}…`);
    expect(plainName('x'.repeat(40))).toBe('x'.repeat(40));
  });
});

it('shortened never cuts a character in two', () => {
  expect(shortened('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧…');
});

it('a menu shows an & as it is', () => {
  expect(menuLabel('Shoes & Sons')).toBe('Shoes && Sons');
});
