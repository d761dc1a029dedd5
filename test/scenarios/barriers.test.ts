import { expect, it } from 'vitest';
import { launchBrowser } from '../support/browser';
import { barriersOf } from '../support/barriers';

/** What the other scenarios ask of every screen has to be asked of it as it stays, and still find what is wrong. */

const page = (changed: string) => `<!doctype html><html lang="en"><title>Colours</title>
  <style>
    /* A part of the way on which nothing can be read takes nearly all of the time. */
    button { color: #111; background: #fff; transition: all 1s linear(0, 0.4 1%, 0.4 99%, 1); }
    button.changed { ${changed} }
  </style>
  <main><h1>Colours</h1><button type="button">Show today</button></main></html>`;

it.each([
  ['between two that can be read is none', 'color: #fff; background: #111', []],
  ['that stays is one', 'color: #777; background: #666', [expect.stringMatching(/^color-contrast: /)]],
])('a colour that cannot be read %s', async (_, changed, expected) => {
  const browser = await launchBrowser();
  try {
    const shown = await browser.newPage({ reducedMotion: 'no-preference' });
    await shown.setContent(page(changed));
    expect(await barriersOf(shown)).toEqual([]);
    await shown.evaluate(() => document.querySelector('button')?.classList.add('changed'));
    expect(await barriersOf(shown)).toEqual(expected);
  } finally {
    await browser.close();
  }
});
