import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** Where pictures and PDF files lie that people can look at after a run. */
const folder = resolve(import.meta.dirname, '../../test-output/screens');

/** They take a tenth of the scenarios' time and no test looks at them: `npm run pictures` wants them. */
const areWanted = process.env['FOYER_PICTURES'] === '1';

interface Extent {
  /** Also what has to be scrolled to. */
  fullPage?: boolean;
}

/**
 * A picture for people to look at, where they are wanted. In every run the page has drawn what it was asked for
 * when this ends. @param name with `/` for a folder, without an ending
 */
export async function picture(of: Page | Locator, name: string, extent: Extent = {}): Promise<void> {
  await (areWanted ? takePicture(of, name, extent) : drawn('page' in of ? of.page() : of));
}

/** A chart hears of its new width in one frame and is drawn in the next. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
        // A page that nobody sees draws nothing.
        setTimeout(resolve, 1000);
      }),
  );
}

/** The same in every run: of something that is wrong. @returns where it lies */
export async function takePicture(of: Page | Locator, name: string, extent: Extent = {}): Promise<string> {
  const path = pathOf(`${name}.png`);
  await of.screenshot({ path, ...extent });
  return path;
}

/** Where a file for people to look at goes. @param name with its ending */
export function pathOf(name: string): string {
  const path = resolve(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}
