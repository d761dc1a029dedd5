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
import { flatten, keysInCode } from '../../support/messages';

const texts = flatten(en);

describe('English', () => {
  it('has a text for every key in the code', () => {
    const { asked } = keysInCode();
    expect(asked.size).toBeGreaterThan(50);
    expect([...asked].filter((key) => !texts.has(key))).toEqual([]);
  });

  it('has a text for every value that there can be', () => {
    const keys = [
      ...qualityRules.map((rule) => `quality.rule.${rule}`),
      ...granularities.map((by) => `history.by.${by}`),
      ...presets.map((preset) => `history.range.${preset}`),
      ...csvPresets.map((preset) => `reports.file.${preset}`),
      ...dataModes.map((mode) => `camera.setup.mode${mode}`),
      ...historyRequestSettings.map((setting) => `camera.missed.${setting}`),
      ...refusalReasons.flatMap((reason) => [`refused.what.${reason}`, `refused.cure.${reason}`]),
      ...figureNames.flatMap((name) => [`figures.${name}.name`, `figures.${name}.help`]),
    ];
    expect(keys.filter((key) => !texts.has(key))).toEqual([]);
  });
});
