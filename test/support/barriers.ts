import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type axe from 'axe-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe objects to on a page once its colours have stopped changing, or in a part of it, shortly. */
export async function barriersOf(page: Page, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  // Of a page without barriers all but the answer would be a long list of what is well: that stays there.
  return page.evaluate(async (within) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    // Half of the way from white on blue to blue on white nothing can be read, and nobody has to.
    for (let last = document.getAnimations(); last.length > 0; last = document.getAnimations()) {
      await Promise.allSettled(last.map(({ finished }) => finished));
    }
    const { violations } = await inPage.run(within, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, part);
}
