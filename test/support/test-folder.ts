import { onTestFinished } from 'vitest';
import { removeFolder, temporaryFolder } from './core';

/** A folder that goes when the test ends. */
export function testFolder(): string {
  const folder = temporaryFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}
