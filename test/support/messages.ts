import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const pages = resolve(import.meta.dirname, '../../src/renderer');

/** Nested messages as `a.b.c` → text. */
export function flatten(messages: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(messages) as [string, unknown][]) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
    }
  }
  return flat;
}

/** The sources of the pages, without the messages themselves. */
function sources(): string[] {
  return readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(vue|ts)$/.test(name) && !/^i18n\/\w\w\//.test(name.replaceAll('\\', '/')))
    .map((name) => readFileSync(join(pages, name), 'utf8'));
}

export interface KeysInCode {
  /** Keys given to `t` as they are. */
  asked: Set<string>;
  /** Whether a key stands in the code, as it is or put together from parts (`` `figures.${name}.help` ``). */
  isUsed(key: string): boolean;
}

/** Which messages the pages ask for. */
export function keysInCode(): KeysInCode {
  const asked = new Set<string>();
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  for (const source of sources()) {
    for (const [, key] of source.matchAll(/\bt\(\s*'([\w.-]+)'/g)) asked.add(key ?? '');
    for (const [, text] of source.matchAll(/['"]([\w-]+(?:\.[\w-]+)*)['"]/g)) literals.add(text ?? '');
    for (const [, text] of source.matchAll(/`([\w.-]*\$\{[^`]*)`/g)) {
      const pattern = (text ?? '').split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
      // A key begins with the name of a screen; without one it could be anything.
      if (/^\w+\\\./.test(pattern[0] ?? '')) patterns.push(new RegExp(`^${pattern.join('[\\w-]+')}$`));
    }
  }
  return { asked, isUsed: (key) => literals.has(key) || patterns.some((pattern) => pattern.test(key)) };
}

/** Names in braces, each once, in order of the alphabet; `{'@'}` is a sign and no name. */
export function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
}

/** `none | one | many` are three. */
export function pluralForms(text: string): number {
  return text.split(' | ').length;
}
