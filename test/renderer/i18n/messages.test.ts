import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvPresets } from '#shared/contract';
import {
  dataModes,
  granularities,
  historyRequestSettings,
  qualityRules,
  refusalReasons,
} from '#shared/domain';
import { figureNames } from '../../../src/renderer/design/figures';
import { presets } from '../../../src/renderer/features/history/ranges';
import { en } from '../../../src/renderer/i18n/en';

const source = resolve(import.meta.dirname, '../../../src/renderer');

function textAt(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], en);
}

/** Keys that stand in the code as they are; those put together at run time are listed below. */
function keysInCode(): string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(vue|ts)$/.test(name),
  );
  return files.flatMap((name) =>
    [...readFileSync(join(source, name), 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  );
}

describe('English', () => {
  it('has a text for every key in the code', () => {
    const keys = keysInCode();
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter((key) => typeof textAt(key) !== 'string')).toEqual([]);
  });

  it('has a text for every value that there can be', () => {
    const keys = [
      ...qualityRules.map((rule) => `quality.rule.${rule}`),
      ...granularities.map((by) => `history.by.${by}`),
      ...presets.map((preset) => `history.range.${preset}`),
      ...csvPresets.map((preset) => `history.export.${preset}`),
      ...dataModes.map((mode) => `camera.setup.mode${mode}`),
      ...historyRequestSettings.map((setting) => `camera.missed.${setting}`),
      ...refusalReasons.flatMap((reason) => [`refused.what.${reason}`, `refused.cure.${reason}`]),
      ...figureNames.flatMap((name) => [`figures.${name}.name`, `figures.${name}.help`]),
    ];
    expect(keys.filter((key) => typeof textAt(key) !== 'string')).toEqual([]);
  });
});
