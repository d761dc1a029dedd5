import { describe, expect, it } from 'vitest';
import { readProgress, writeProgress } from '../../../src/renderer/features/first-run/progress';

describe('the progress of the first run', () => {
  it.each([
    { step: 'shop', isPutOff: false },
    { step: 'camera', isPutOff: false },
    { step: 'camera', isPutOff: true },
  ] as const)('is read back as it was kept: %o', (progress) => {
    expect(readProgress(writeProgress(progress))).toEqual(progress);
  });

  it.each([null, '', 'count', 'no such step off'])('begins anew where %o was kept', (text) => {
    expect(readProgress(text)).toEqual({ step: 'shop', isPutOff: false });
  });
});
