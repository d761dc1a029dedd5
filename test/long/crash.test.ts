import { expect, onTestFinished, test } from 'vitest';
import { crashRounds } from '../support/crash-rounds';
import { temporaryFolder } from '../support/headless';

const roundsPerFolder = 25;

test.each(Array.from({ length: 40 }, (_, i) => i + 1))(
  'data folder %i of 40: killed 25 times under load, every acknowledged report is there exactly once',
  async () => {
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const { sent } = await crashRounds(folder, roundsPerFolder);
    expect(sent).toBeGreaterThan(roundsPerFolder);
  },
);
